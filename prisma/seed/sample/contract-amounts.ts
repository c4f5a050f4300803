import { moneyFromFen } from './money'
import type { Rng } from './rng'
import type { Money, SampleContract } from './types'

/** What the counted contracts of the previous period come to: a little short of the plan's 5 亿元, in 分. */
const PREVIOUS_PERIOD_FEN = 494_300_000 * 100
const LARGE_CONTRACTS = 9

/** Median amounts in 元, before all are scaled to the period's sum. */
const MEDIAN: Record<SampleContract['type'], number> = { development: 92_000, transfer: 105_000, licence: 72_000, consulting: 34_000, service: 46_000 }

export interface AmountInput {
  type: SampleContract['type']
  pending: boolean
  counted: boolean
  /** Years since the start of the previous period. */
  age: number
}

export interface Amounts {
  totalAmount: Money
  equipmentAmount: Money
  materialAmount: Money
  technologyAmount: Money
}

function rounded(rng: Rng, yuan: number): number {
  const step = rng.weighted([[100, 34], [1000, 34], [5000, 14], [10000, 16], [0.01, 2]] as const)
  return Math.max(3_000 * 100, Math.round(Math.round(yuan / step) * step * 100))
}

function split(rng: Rng, type: SampleContract['type'], total: number): Amounts {
  const bought = (type === 'development' || type === 'service') && rng.chance(0.34)
  const equipment = bought ? Math.round((total * (0.05 + rng.next() * 0.38)) / 10_000) * 10_000 : 0
  const material = bought && rng.chance(0.4) ? Math.round((total * (0.01 + rng.next() * 0.09)) / 10_000) * 10_000 : 0
  const rest = total - equipment - material
  const technology = rng.chance(0.03) ? Math.round(rest * 0.9) : rest
  return { totalAmount: moneyFromFen(total), equipmentAmount: moneyFromFen(equipment), materialAmount: moneyFromFen(material), technologyAmount: moneyFromFen(technology) }
}

/**
 * Amounts of all contracts, in the order of the input: lognormal, most between 2 and 30 万元, a few above 500 万元, scaled so that the
 * counted ones among the first `previousCount` come near the target.
 */
export function contractAmounts(rng: Rng, inputs: AmountInput[], previousCount: number): Amounts[] {
  const large = new Map(rng.sample(inputs.map((_, index) => index).filter((index) => inputs[index]!.counted && !inputs[index]!.pending && inputs[index]!.type === 'development'), LARGE_CONTRACTS + 2)
    .map((index) => [index, rng.int(505, 880) * 10_000] as const))
  const raw = inputs.map((input) => Math.min(2_600_000, rng.lognormal(MEDIAN[input.type], 0.92) * (1 + 0.05 * input.age)))
  const counts = (index: number) => index < previousCount && inputs[index]!.counted && !inputs[index]!.pending
  const ordinary = raw.reduce((sum, value, index) => (counts(index) && !large.has(index) ? sum + value : sum), 0)
  const reserved = [...large].reduce((sum, [index, value]) => (counts(index) ? sum + value : sum), 0)
  const factor = (PREVIOUS_PERIOD_FEN / 100 - reserved) / ordinary
  return inputs.map((input, index) => {
    if (input.pending) return split(rng, 'consulting', 0)
    const fixed = large.get(index)
    return split(rng, input.type, fixed ? fixed * 100 : rounded(rng, raw[index]! * factor))
  })
}
