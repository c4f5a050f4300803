import { ResultRow, StateTag, useFormat, useT, type TextPart, type Tone } from '~/ui'

export type Hit = {
  id: string
  type: 'scenario' | 'need' | 'achievement' | 'expert' | 'institute' | 'broker'
  url: string
  number: string
  title: TextPart[]
  passage: TextPart[]
  who: string[]
  field: string | null
  area: string | null
  modes: string[]
  fundingMin: number | null
  fundingMax: number | null
  status: 'open' | 'closing_soon' | 'upcoming' | 'closed' | null
  closesAt: string | null
  postedAt: string
}

const tones: Record<NonNullable<Hit['status']>, Tone> = { open: 'open', closing_soon: 'soon', upcoming: 'wait', closed: 'shut' }
/** What is published on a day; a person, institute or broker is simply there. */
const dated: Hit['type'][] = ['scenario', 'need', 'achievement']
const wan = (value: number | null) => (value === null ? null : String(value * 10_000))

/** One result of any kind: who, what, how much, until when, and the passage that matched. */
export function Result({ hit, fields, areas }: { hit: Hit; fields: Record<string, string>; areas: Record<string, string> }) {
  const t = useT()
  const format = useFormat()
  const priced = hit.fundingMin !== null || hit.fundingMax !== null
  const amount = priced ? format.wanRange(wan(hit.fundingMin), wan(hit.fundingMax)) : hit.type === 'need' ? t('common.negotiable') : null
  const modes = hit.modes.slice(0, 2).map((mode) => t(`mode.${mode}` as 'mode.licence'))
  const line = [hit.who[0], ...modes, hit.field ? fields[hit.field] : null, hit.area ? areas[hit.area] : null].filter((part): part is string => Boolean(part))
  const closes = hit.closesAt ? new Date(hit.closesAt) : null
  return (
    <ResultRow
      kind={t(`kind.${hit.type}`)}
      number={hit.number || undefined}
      to={hit.url}
      title={hit.title}
      line={line}
      passage={hit.passage}
      amount={amount}
      state={hit.status && (hit.status === 'closed' || hit.status === 'upcoming') ? <StateTag tone={tones[hit.status]}>{t(`search.status.${hit.status}`)}</StateTag> : undefined}
      deadline={hit.status ? closes : undefined}
      date={hit.status || !dated.includes(hit.type) ? undefined : t('search.posted', { date: format.date(new Date(hit.postedAt)) })}
    />
  )
}
