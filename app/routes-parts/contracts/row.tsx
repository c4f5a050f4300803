import type { ContractRow as Row } from '~/domain/contracts/view'
import { kindOf } from '~/domain/contracts/rules'
import type { ContractState } from '~/domain/contracts/schema'
import type { MessageKey } from '~/i18n'
import { ResultRow, StateTag, useFormat, useT, useUi, type Tone } from '~/ui'

export const stateTone: Record<ContractState, Tone> = {
  draft: 'wait',
  reported: 'wait',
  under_review: 'wait',
  correction_requested: 'soon',
  registered: 'done',
  amended: 'done',
  refused: 'shut',
  revoked: 'shut',
  terminated: 'shut',
}

/** Days to the review's last day, in words; late ones say so. */
export function useDue(): (day: string | null) => { tone: Tone; text: string } | null {
  const t = useT()
  const { now, format } = useUi()
  return (day) => {
    if (!day) return null
    const left = Math.round((Date.parse(day) - Date.parse(format.isoDate(now))) / 86_400_000)
    if (left < 0) return { tone: 'late', text: t('contract.row.overdue', { days: -left }) }
    return left === 0 ? { tone: 'soon', text: t('contract.row.due_today') } : { tone: left <= 3 ? 'soon' : 'wait', text: t('contract.row.due', { days: left }) }
  }
}

/** One contract in a list: who sells what to whom, for how much, and where it stands. */
export function ContractRow({ contract, base }: { contract: Row; base: string }) {
  const t = useT()
  const format = useFormat()
  const due = useDue()(contract.reviewDueOn)
  const missing = t('contract.row.no_party')
  const amount = contract.pending ? (contract.state === 'draft' ? null : t('contract.pending')) : contract.totalAmount === null ? null : format.wan(contract.totalAmount)
  return (
    <ResultRow
      kind={t(`contract_kind.${kindOf(contract.type, contract.subtype)}` as MessageKey)}
      number={contract.number}
      to={`${base}/${contract.id}`}
      title={contract.projectName}
      line={[t('contract.row.parties', { seller: contract.seller ?? missing, buyer: contract.buyer ?? missing }), t('contract.row.signed', { date: format.date(contract.signedOn) }), contract.merged ? t('contract.row.merged') : null]}
      amount={amount}
      state={<StateTag tone={stateTone[contract.state]}>{t(`contract.state.${contract.state}`)}</StateTag>}
      date={due ? <StateTag tone={due.tone}>{due.text}</StateTag> : contract.state === 'correction_requested' ? t('contract.row.waiting_other') : undefined}
    />
  )
}
