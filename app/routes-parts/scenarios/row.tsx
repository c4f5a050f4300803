import { ResultRow, StateTag, useFormat, useLocale, useT, type Tone } from '~/ui'

/** What a row of any scenario list needs: amounts in 元 and times as text. */
export type ScenarioRowData = {
  id: string
  serial: string | null
  title: string
  summary: string
  lead: string
  kind: 'planning' | 'infrastructure' | 'resources' | 'public_service' | 'solution_selection' | 'event' | 'franchise' | 'market_adoption'
  areaZh: string
  areaEn: string
  budgetMin: string | null
  budgetMax: string | null
  closesAt: string | null
  window: 'upcoming' | 'open' | 'closing_soon' | 'closed'
  publication: 'draft' | 'submitted' | 'changes_requested' | 'approved' | 'published' | 'archived' | 'withdrawn'
}

export const publicationTone: Record<ScenarioRowData['publication'], Tone> = { draft: 'shut', submitted: 'wait', changes_requested: 'soon', approved: 'wait', published: 'open', archived: 'done', withdrawn: 'shut' }
export const windowTone: Record<ScenarioRowData['window'], Tone> = { upcoming: 'wait', open: 'open', closing_soon: 'soon', closed: 'shut' }

/** One scenario in a list; `to` leads to it, `workspace` shows where it stands on its way to publication. */
export function ScenarioRow({ scenario, to, workspace, note }: { scenario: ScenarioRowData; to?: string; workspace?: boolean; note?: string }) {
  const t = useT()
  const format = useFormat()
  const zh = useLocale() === 'zh-CN'
  const amount = scenario.budgetMin || scenario.budgetMax ? format.wanRange(scenario.budgetMin, scenario.budgetMax) : null
  const state = workspace ? <StateTag tone={publicationTone[scenario.publication]}>{t(`scenario.state.${scenario.publication}`)}</StateTag> : undefined
  return (
    <ResultRow
      kind={t('kind.scenario')}
      number={scenario.serial ?? undefined}
      to={to ?? `/scenarios/${scenario.id}`}
      title={scenario.title}
      line={[scenario.lead, t(`opportunity.${scenario.kind}`), zh ? scenario.areaZh : scenario.areaEn]}
      passage={[{ text: scenario.summary }]}
      amount={amount}
      state={state}
      deadline={workspace ? undefined : scenario.closesAt ? new Date(scenario.closesAt) : null}
      date={note}
    />
  )
}
