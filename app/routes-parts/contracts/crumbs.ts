import type { Translate } from '~/i18n'

/** The way to what lies below the bureau's list of contracts. */
export const contractCrumbs = (t: Translate) => [{ label: t('ui.home'), to: '/' }, { label: t('ui.nav.bureau'), to: '/bureau' }, { label: t('contract.queue.title'), to: '/bureau/contracts' }]

export const importCrumbs = (t: Translate) => [...contractCrumbs(t), { label: t('import.title'), to: '/bureau/contracts/import' }]
