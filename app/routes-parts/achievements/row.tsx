import type { AchievementState } from '~/domain/achievements/schema'
import { Link, ResultRow, StateTag, useFormat, useT, type Tone } from '~/ui'

export const achievementTone: Record<AchievementState, Tone> = { draft: 'wait', published: 'open' }

export type AchievementRowData = {
  number: string
  title: string
  summary: string
  field: string
  trl: number
  modes: string[]
  priceMin: string | null
  priceMax: string | null
  publishedAt: string | null
  state: AchievementState
  owner: { name: string } | null
  inventors: { name: string }[]
}

export function AchievementTag({ state }: { state: AchievementState }) {
  const t = useT()
  return <StateTag tone={achievementTone[state]}>{t(`achievement.state.${state}`)}</StateTag>
}

/** One achievement of the actor's own list, with the way to change it and to its page. */
export function OwnAchievementRow({ row, fields }: { row: AchievementRowData & { editable: boolean }; fields: Record<string, string> }) {
  const t = useT()
  const format = useFormat()
  const page = `/achievements/${row.number}`
  return (
    <ResultRow
      kind={t('kind.achievement')}
      number={row.number}
      to={row.editable ? `/workspace/achievements/${row.number}/edit` : page}
      title={row.title}
      line={[row.owner?.name ?? row.inventors.map(({ name }) => name).join('、'), fields[row.field] ?? row.field, `TRL ${row.trl}`].filter(Boolean)}
      passage={[{ text: row.summary }]}
      amount={row.priceMin || row.priceMax ? format.wanRange(row.priceMin, row.priceMax) : t('common.negotiable')}
      state={<AchievementTag state={row.state} />}
      date={row.state === 'published' && row.publishedAt ? format.date(new Date(row.publishedAt)) : undefined}
    >
      {row.editable && (
        <p className="text-sm">
          <Link to={page}>{t(row.state === 'published' ? 'achievement.see_public' : 'achievement.preview')}<span className="sr-only"> {row.title}</span></Link>
        </p>
      )}
    </ResultRow>
  )
}
