import type { ReactNode } from 'react'
import type { NeedSummary } from '~/domain/needs/view'
import { ResultRow, StateTag, useFormat, useT, type Tone } from '~/ui'

export const needTone: Record<NeedSummary['status'], Tone> = { draft: 'shut', submitted: 'wait', changes_requested: 'soon', published: 'open', closed: 'shut', awarded: 'done', contracted: 'done', cancelled: 'shut', unsuccessful: 'shut', withdrawn: 'shut' }

type Props = { need: NeedSummary; fields: ReadonlyMap<string, string> | Record<string, string>; to?: string; workspace?: boolean; note?: ReactNode }

/** One need in a list: who, what, how much, until when; `workspace` shows where it stands and what comes next. */
export function NeedRow({ need, fields, to, workspace, note }: Props) {
  const t = useT()
  const format = useFormat()
  const name = (code: string) => (fields instanceof Map ? fields.get(code) : (fields as Record<string, string>)[code]) ?? code
  const amount = need.fundingMin || need.fundingMax ? format.wanRange(need.fundingMin, need.fundingMax) : t('common.negotiable')
  const tag = <StateTag tone={needTone[need.status]}>{t(`need.state.${need.status}`)}</StateTag>
  return (
    <ResultRow
      kind={t('kind.need')}
      number={need.number}
      to={to ?? `/needs/${need.number}`}
      title={need.title}
      line={[need.organisation, t(`selection.${need.selection}`), ...need.modes.slice(0, 2).map((mode) => t(`mode.${mode}`)), name(need.field)].filter(Boolean)}
      amount={amount}
      state={workspace || need.status !== 'published' ? tag : undefined}
      deadline={need.status === 'published' && !workspace ? new Date(need.deadline) : undefined}
      date={note}
    >
      {workspace && <p className="text-sm text-ink-soft">{t(`need.own.next.${need.status}`, { applications: need.applications, questions: need.waitingQuestions, access: need.waitingAccess, reason: need.reason ?? '' })}</p>}
    </ResultRow>
  )
}
