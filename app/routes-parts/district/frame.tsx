import type { ReactNode } from 'react'
import { Page } from '~/page'
import { Notice, PageTitle, Tabs, useT } from '~/ui'
import { bureauCrumbs } from '../accounts/crumbs'

const parts = { settings: '/bureau/settings', lists: '/bureau/settings/lists', calendar: '/bureau/settings/calendar', words: '/bureau/settings/words' } as const

/** The pages of the settings beside each other, and what was just done. */
export function SettingsPage({ at, title, lead, done, children }: { at: keyof typeof parts; title: string; lead: string; done?: string | null; children: ReactNode }) {
  const t = useT()
  const tabs = (Object.keys(parts) as (keyof typeof parts)[]).map((name) => ({ to: parts[name], label: t(`settings.tab.${name}`), current: name === at }))
  return (
    <Page current="bureau" crumbs={bureauCrumbs(t)}>
      <PageTitle title={title} lead={lead} />
      <Tabs label={t('settings.tabs')} items={tabs} />
      {done && <Notice tone="calm" role="status" className="mt-4">{done}</Notice>}
      {children}
    </Page>
  )
}
