import type { Translate } from '~/i18n'
import type { Crumb } from '~/ui'

/** Home, the workspace, and what leads to the page. */
export function workspaceCrumbs(t: Translate, ...more: Crumb[]): Crumb[] {
  return [{ label: t('ui.home'), to: '/' }, { label: t('workspace.title'), to: '/workspace' }, ...more]
}

/** Home, the bureau's desk, and what leads to the page. */
export function bureauCrumbs(t: Translate, ...more: Crumb[]): Crumb[] {
  return [{ label: t('ui.home'), to: '/' }, { label: t('ui.nav.bureau'), to: '/bureau' }, ...more]
}
