import { wrongState } from '~/domain/kernel/errors'
import { canMove, type Machine } from '~/domain/kernel/machine'
import { type Decimal } from '~/domain/kernel/money'
import { addWorkingDays, type WorkCalendar } from '~/domain/kernel/time'
import type { MessageKey, MessageParams } from '~/i18n'
import type { ContractKind, ContractState, ContractSubtype, ContractType, Flow } from './schema'

/** domain.md, section 7. An amended contract can be amended again. */
export const contractMachine: Machine<ContractState> = {
  entity: 'contract',
  next: {
    draft: ['reported'],
    reported: ['under_review'],
    under_review: ['correction_requested', 'registered', 'refused'],
    correction_requested: ['under_review'],
    registered: ['amended', 'revoked', 'terminated'],
    amended: ['amended', 'revoked', 'terminated'],
    refused: [],
    revoked: [],
    terminated: [],
  },
}

/** States in which the reporter may change the text. */
export const editable: readonly ContractState[] = ['draft', 'correction_requested']

export function assertEditable(state: ContractState): void {
  if (!editable.includes(state)) throw wrongState(contractMachine.entity, state, 'draft')
}

/** Which contracts count (District.contractMeasure). */
export type CountMeasure = 'reported_and_registered' | 'registered'

/** States that count whatever the day; a terminated one counts until its date besides. */
export const countedStates: Record<CountMeasure, readonly ContractState[]> = {
  reported_and_registered: ['reported', 'under_review', 'correction_requested', 'registered', 'amended'],
  registered: ['registered', 'amended'],
}

/** Whether a contract counts on a day (`2026-11-24`). One merged into another never does. */
export function counts(contract: { state: ContractState; terminatedOn: string | null; merged: boolean }, measure: CountMeasure, today: string): boolean {
  if (contract.merged) return false
  if (contract.state === 'terminated') return contract.terminatedOn !== null && contract.terminatedOn > today
  return countedStates[measure].includes(contract.state)
}

/** 本地内部, 输出, 吸纳 or outside, from the parties' GB/T 2260 codes; a finer code of the district is local too. */
export function flowOf(sellerRegion: string, buyerRegion: string, districtRegion: string): Flow {
  const local = (code: string) => code.startsWith(districtRegion)
  if (local(sellerRegion)) return local(buyerRegion) ? 'local' : 'output'
  return local(buyerRegion) ? 'absorption' : 'outside'
}

export function typeOf(kind: ContractKind): { type: ContractType; subtype: ContractSubtype | null } {
  const [type, subtype] = kind.split('_') as [ContractType, ContractSubtype | undefined]
  return { type, subtype: subtype ?? null }
}

export function kindOf(type: ContractType, subtype: ContractSubtype | null): string {
  return subtype ? `${type}_${subtype}` : type
}

export type Amounts = { pending: boolean; totalAmount: Decimal | null; equipmentAmount: Decimal; materialAmount: Decimal; technologyAmount: Decimal | null }
export type AmountProblem = { path: 'totalAmount' | 'equipmentAmount' | 'materialAmount' | 'technologyAmount'; key: MessageKey; params?: MessageParams }

/** The most that the technology amount can be: the total less equipment, instruments, parts and raw material bought in; 元. */
export function mostTechnology({ totalAmount, equipmentAmount, materialAmount }: Pick<Amounts, 'totalAmount' | 'equipmentAmount' | 'materialAmount'>): Decimal | null {
  return totalAmount ? totalAmount.minus(equipmentAmount).minus(materialAmount) : null
}

const digits = (amount: Decimal) => [...amount.toFixed(2)].sort().join('')
const shown = (amount: Decimal) => amount.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/**
 * What is wrong with the amounts: 0 ≤ technology ≤ total − equipment − material, and both amounts are typed unless the
 * price is still 待定, in which case neither is. The same digits in another order hint at a slip of the hand.
 */
export function amountProblems(amounts: Amounts): AmountProblem[] {
  const { pending, totalAmount, equipmentAmount, materialAmount, technologyAmount } = amounts
  if (pending) {
    if (totalAmount) return [{ path: 'totalAmount', key: 'contract.pending_with_amount' }]
    if (technologyAmount) return [{ path: 'technologyAmount', key: 'contract.pending_with_amount' }]
    if (!equipmentAmount.isZero()) return [{ path: 'equipmentAmount', key: 'contract.pending_with_amount' }]
    return materialAmount.isZero() ? [] : [{ path: 'materialAmount', key: 'contract.pending_with_amount' }]
  }
  const problems: AmountProblem[] = []
  if (!totalAmount) problems.push({ path: 'totalAmount', key: 'contract.total_missing' })
  if (!technologyAmount) problems.push({ path: 'technologyAmount', key: 'contract.technology_missing' })
  const most = mostTechnology(amounts)
  if (!totalAmount || !most) return problems
  if (most.isNegative()) {
    const path = equipmentAmount.gt(totalAmount) ? 'equipmentAmount' : 'materialAmount'
    return [...problems, { path, key: 'contract.deductions_too_large', params: { over: shown(most.negated()) } }]
  }
  if (technologyAmount?.gt(most)) {
    const key = digits(technologyAmount) === digits(most) ? 'contract.technology_swapped' : 'contract.technology_too_large'
    problems.push({ path: 'technologyAmount', key, params: { most: shown(most), over: shown(technologyAmount.minus(most)) } })
  }
  return problems
}

/** A technology amount from `from` 元 on, or a disputed one, needs a second reviewer (District.secondReviewFrom). */
export function needsSecondReviewer(contract: { technologyAmount: Decimal | null; disputed: boolean }, from: Decimal.Value): boolean {
  return contract.disputed || (contract.technologyAmount?.gte(from) ?? false)
}

export type ReviewSettings = { secondReviewFrom: Decimal.Value; reviewDays: number; secondReviewDays: number }

/** The last day of the review, in working days after the day on which the clock (re)started. */
export function reviewDueOn(contract: { technologyAmount: Decimal | null; disputed: boolean }, startedOn: string, settings: ReviewSettings, calendar: WorkCalendar): string {
  const days = needsSecondReviewer(contract, settings.secondReviewFrom) ? settings.secondReviewDays : settings.reviewDays
  return addWorkingDays(startedOn, days, calendar)
}

/** True when the machine lets this step be taken: what buttons ask. */
export function canStep(from: ContractState, to: ContractState): boolean {
  return canMove(contractMachine, from, to)
}
