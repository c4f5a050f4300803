import type { ReactNode } from 'react'
import { EmptyState, FilterOpen, Found, Keep, Link, ListBar, Notice, Pagination, Parting, QueryField, ResultList, SortSelect, Tabs, useFormat, useT, useUi } from '~/ui'
import { hiddenParams, withParams } from '../shared/lists'
import { SearchChips } from './chips'
import { SearchFacets, type FacetData, type Names } from './facets'
import { Meant } from './meant'
import { Popular, type PopularSearch } from './popular'
import { Result, type Hit } from './result'

const kinds = ['scenario', 'need', 'achievement', 'expert', 'institute', 'broker'] as const
const sorts = ['relevance', 'closes', 'posted', 'funding'] as const
type Step = 'strict' | 'synonyms' | 'regional' | 'pinyin' | 'sound' | 'near' | 'question' | 'words' | 'some'

export type Query = { q: string; type: string[]; theme: string[]; field: string[]; industry: string[]; area: string[]; mode: string[]; selection: string[]; funding: string[]; status: string[]; year: number[]; posted: string | null; closes: string | null; sort: string; page: number }
export type Answered = FacetData & { hits: Hit[]; page: number; pages: number; step: Step | null; dropped: string[]; searchedFor: string | null; tabs: Record<(typeof kinds)[number], number>; also: { step: Step; dropped: string[]; total: number; hits: Hit[] } | null; withoutFilters: number; didYouMean: string | null; cut: boolean; nothingToFind: boolean }

/** The search page: query on top, kinds as tabs, filters left, results right, and in words how the query was understood. */
export function SearchResults({ query, ignored, result, fromDatabase, names, popular, keep, save }: { query: Query; ignored: string[]; result: Answered | null; fromDatabase: boolean; names: Names; popular: PopularSearch[]; /** The small links of the list: save, feed, calendar. */ keep: { to: string; label: ReactNode }[]; save: ReactNode }) {
  const t = useT()
  const format = useFormat()
  const { search } = useUi()
  const head = (
    <div className="pt-6">
      <h1 className="sr-only">{query.q ? t('search.title.of', { q: query.q.slice(0, 40) }) : t('search.title')}</h1>
      <QueryField small value={query.q} />
      {!query.q && <Popular searches={popular} />}
    </div>
  )
  if (!result) {
    return (
      <>
        {head}
        <Notice tone="stop" role="status" className="mt-6" title={t('search.away')}>
          {t('search.away.next')} <Link to="/scenarios">{t('kind.scenario')}</Link>　<Link to="/needs">{t('kind.need')}</Link>　<Link to="/achievements">{t('kind.achievement')}</Link>　<Link to="/experts">{t('kind.expert')}</Link>
        </Notice>
        {save}
      </>
    )
  }
  const everything = Object.values(result.tabs).reduce((sum, count) => sum + count, 0)
  const current = query.type.length === 1 ? query.type[0] : null
  const tabs = [
    { to: withParams('/search', search, { type: null }), label: t('search.all'), count: everything, current: query.type.length === 0 },
    ...kinds.map((kind) => ({ to: withParams('/search', search, { type: kind }), label: t(`kind.${kind}`), count: result.tabs[kind], current: current === kind })),
  ]
  const relaxed = result.step !== null && result.step !== 'strict' && result.hits.length > 0
  return (
    <>
      {head}
      <Tabs label={t('search.facet.type')} items={tabs} />
      <Found>
        <SearchFacets data={result} chosen={query} names={names} q={query.q} />
        <section id="results" aria-labelledby="results-title">
          <ListBar id="results-title" title={t('search.count', { count: format.count(result.total) })}>
            <FilterOpen active={[...new URLSearchParams(search)].filter(([name]) => !['q', 'type', 'sort', 'page'].includes(name)).length} />
            <SortSelect action="/search" value={query.sort} hidden={hiddenParams(search, ['sort'])} options={sorts.map((value) => ({ value, label: t(`search.sort.${value}`) }))} />
            <Keep links={keep} />
          </ListBar>
          <SearchChips query={query} names={names} />
          {fromDatabase && (
            <Notice role="status" title={t('search.from_database')}>
              {t('search.from_database.means')}
            </Notice>
          )}
          {ignored.length > 0 && <Notice role="status">{t('search.ignored', { list: ignored.join('，').slice(0, 300) })}</Notice>}
          {result.didYouMean && <Meant to={withParams('/search', search, { q: result.didYouMean, page: null })} query={result.didYouMean} />}
          {result.cut && <Notice role="status">{t('search.cut')}</Notice>}
          {result.nothingToFind && <Notice role="status">{t('search.nothing_to_find')}</Notice>}
          {result.searchedFor && (
            <Notice role="status" title={t('search.searched_for', { meant: result.searchedFor, q: query.q.slice(0, 40) })} actions={[{ to: withParams('/search', search, { q: `"${query.q}"`, page: null }), label: t('search.searched_for.as_typed', { q: query.q.slice(0, 40) }) }]} />
          )}
          {relaxed && result.step && !result.searchedFor && (
            <Notice role="status" title={t('search.relaxed', { q: query.q.slice(0, 40), step: t(`search.step.${result.step}`) })}>
              {result.dropped.length > 0 && t('search.dropped', { words: result.dropped.join('、') })}
            </Notice>
          )}
          {result.total === 0 && result.withoutFilters > 0 && (
            <Notice role="status" title={t('search.without_filters', { count: format.count(result.withoutFilters) })} actions={[{ to: `/search?q=${encodeURIComponent(query.q)}`, label: t('search.without_filters.action') }]} />
          )}
          {result.hits.length > 0 ? (
            <ResultList>
              {result.hits.map((hit) => (
                <Result key={hit.id} hit={hit} fields={names.field} areas={names.area} />
              ))}
            </ResultList>
          ) : (
            <EmptyState title={t('search.empty', { q: query.q.slice(0, 60) })}>
              {t('search.empty.next')} <Link to="/scenarios">{t('kind.scenario')}</Link>　<Link to="/needs">{t('kind.need')}</Link>　<Link to="/achievements">{t('kind.achievement')}</Link>
            </EmptyState>
          )}
          {query.q && result.total === 0 && <Popular searches={popular} />}
          {result.also && (
            <>
              <Parting note={t('search.count', { count: format.count(result.also.total) })}>{t('search.also', { step: t(`search.step.${result.also.step}`) })}</Parting>
              <ResultList>
                {result.also.hits.map((hit) => (
                  <Result key={hit.id} hit={hit} fields={names.field} areas={names.area} />
                ))}
              </ResultList>
            </>
          )}
          {result.total > 0 && <Pagination page={result.page} pages={result.pages} total={result.total} from={(result.page - 1) * 20 + 1} to={Math.min(result.page * 20, result.total)} hrefFor={(number) => withParams('/search', search, { page: number === 1 ? null : String(number) })} />}
          {save}
        </section>
      </Found>
    </>
  )
}
