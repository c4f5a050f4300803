import type { SavedSearchView } from '~/domain/saved-searches/service.server'
import { Keep, ResultRow, StateTag, useFormat, useT, VisuallyHidden } from '~/ui'

/** One saved search in the list: what it asks, how often it tells, and what it told last. */
export function SavedRow({ search, words }: { search: SavedSearchView; words: string }) {
  const t = useT()
  const format = useFormat()
  const edit = (
    <>
      {t('saved.edit')}
      <VisuallyHidden>{t('saved.edit.of', { name: search.name })}</VisuallyHidden>
    </>
  )
  return (
    <ResultRow
      kind={t('saved.since', { date: format.date(new Date(search.createdAt)) })}
      to={search.query ? `/search?${search.query}` : '/search'}
      title={search.name}
      line={[words ? t('saved.condition', { words }) : t('saved.condition.none')]}
      state={<StateTag tone={search.frequency === 'never' ? 'shut' : 'open'}>{t(`saved.frequency.${search.frequency}`)}</StateTag>}
      date={search.next ? t('saved.next', { time: format.dateTime(new Date(search.next)) }) : undefined}
    >
      <p className="mt-1 text-sm text-ink-soft">{search.mailedAt ? t('saved.mailed', { time: format.dateTime(new Date(search.mailedAt)), count: format.count(search.mailedCount) }) : t('saved.mailed.never')}</p>
      <p className="mt-1"><Keep links={[{ to: `/account/searches/${search.id}`, label: edit }]} /></p>
    </ResultRow>
  )
}
