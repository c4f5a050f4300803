import type { ReactNode } from 'react'
import { CatalogueContract } from './catalogue-contract'
import { crumbs, match, pages, site, today, viewers } from './catalogue-data'
import { CatalogueHome } from './catalogue-home'
import { CatalogueMatch } from './catalogue-match'
import { CatalogueNeed } from './catalogue-need'
import { CatalogueParts, CatalogueSubmitted } from './catalogue-parts'
import { CatalogueSearch } from './catalogue-search'
import { CatalogueStatistics } from './catalogue-statistics'
import { UiProvider, useUi } from './context'
import { DecideBar } from './decide'
import { Tabs } from './filters'
import { PageShell, type PageShellProps } from './shell'

export type CataloguePage = (typeof pages)[number]['page']

export function isCataloguePage(text: string | null): text is CataloguePage {
  return pages.some(({ page }) => page === text)
}

const specimens: Record<CataloguePage, { body: ReactNode; shell: Partial<PageShellProps> }> = {
  parts: { body: <CatalogueParts />, shell: { sampleData: true } },
  home: { body: <CatalogueHome />, shell: { sampleData: true } },
  search: { body: <CatalogueSearch />, shell: {} },
  need: { body: <CatalogueNeed />, shell: { current: 'needs', crumbs: crumbs.need } },
  match: { body: <CatalogueMatch />, shell: { viewer: viewers.reviewer, current: 'bureau', bar: <MatchBar /> } },
  contract: { body: <CatalogueContract />, shell: { viewer: viewers.enterprise, current: 'contracts', crumbs: crumbs.contract } },
  statistics: { body: <CatalogueStatistics />, shell: { current: 'statistics' } },
  submitted: { body: <CatalogueSubmitted />, shell: { viewer: viewers.enterprise, current: 'contracts', crumbs: crumbs.contract } },
}

/** Every component in every state, with invented data: the parts, and the pages that they make. Brings its own frame; `page` comes from the address, `/dev/ui?page=need`. */
export function Catalogue({ page = 'parts', preferences }: { page?: CataloguePage; preferences?: PageShellProps['preferences'] }) {
  const { locale } = useUi()
  const { body, shell } = specimens[page]
  return (
    <UiProvider locale={locale} path="/dev/ui" search={`?page=${page}`} now={today}>
      <PageShell site={site} viewer={null} sampleData={false} dataAsOf={today} preferences={preferences} {...shell}>
        {page === 'parts' && <Tabs label={site.name} items={pages.map((item) => ({ to: `/dev/ui?page=${item.page}`, label: item.label, current: item.page === page }))} />}
        {body}
      </PageShell>
    </UiProvider>
  )
}

function MatchBar() {
  return (
    <DecideBar
      action="/bureau/matches"
      hidden={[{ name: 'match', value: '18' }]}
      undo={{ ...match.undo, action: '/bureau/matches', hidden: [{ name: 'undo', value: '17' }] }}
      decisions={[
        { name: 'decision', value: 'accept', variant: 'main', kbd: 'A', label: match.accept },
        { name: 'decision', value: 'exclude', variant: 'stop', kbd: 'X', label: match.exclude },
        { name: 'decision', value: 'later', kbd: 'L', label: match.later },
      ]}
      next={match.next}
    />
  )
}
