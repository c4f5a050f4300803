import { addDays, at, dayOf, daysBetween, toWorkday, yearOf } from './dates'
import type { Rng } from './rng'
import type { DayString, SampleNeed, SampleScenario } from './types'

/** Contracts signed in each year of the previous five-year period: 5,000 in all, growing. */
const PREVIOUS_PERIOD = [640, 800, 1000, 1190, 1370]
const CURRENT_PERIOD = 600
/** Signing peaks at the ends of the quarters, most of all in December. */
const MONTH_WEIGHTS = [5, 3.5, 9, 6, 7, 11, 6, 7, 11, 7, 9, 18.5]

/** A contract before its parties and amounts are known. */
export interface PlannedContract {
  signedOn: DayString
  source: 'need' | 'scenario' | 'outside'
  sourceKey: string | null
  topicKey: string | null
  buyerKey: string | null
}

/** The two five-year periods (…, 2021–2025, 2026–2030, …): the one that holds the day, and the one before. */
export function periodsOf(today: DayString): { previous: number; current: number } {
  const current = 2021 + 5 * Math.floor((yearOf(today) - 2021) / 5)
  return { previous: current - 5, current }
}

function signingDay(rng: Rng, year: number, until: DayString): DayString {
  const months = MONTH_WEIGHTS.map((weight, index) => [index, `${year}-${String(index + 1).padStart(2, '0')}-01` <= until ? weight : 0] as const)
  for (;;) {
    const month = rng.weighted(months)
    const late = (month + 1) % 3 === 0 && rng.chance(0.5)
    const day = toWorkday(`${year}-${String(month + 1).padStart(2, '0')}-${String(late ? rng.int(20, 28) : rng.int(1, 28)).padStart(2, '0')}`)
    if (yearOf(day) === year && day <= until) return day
    if (daysBetween(`${year}-01-01`, until) < 8) return until
  }
}

function linked(rng: Rng, today: DayString, needs: SampleNeed[], scenarios: SampleScenario[]): PlannedContract[] {
  const latest = addDays(today, -1)
  const signed = (after: DayString, least: number, most: number) => {
    const room = daysBetween(after, latest)
    const day = addDays(after, Math.max(0, Math.min(room, rng.int(least, most))))
    return day
  }
  const fromNeeds = needs.filter((need) => need.state === 'contracted').flatMap((need) =>
    Array.from({ length: need.selection === 'parallel' ? need.teams : 1 }, (): PlannedContract => ({
      signedOn: signed(dayOf(need.deadline), 25, 75), source: 'need', sourceKey: need.key, topicKey: need.topic, buyerKey: need.organisationKey
    })))
  const fromScenarios = scenarios.filter((scenario) => scenario.landing === 'landed' && scenario.publishedAt !== null).flatMap((scenario) =>
    Array.from({ length: rng.weighted([[1, 60], [2, 30], [3, 10]] as const) }, (): PlannedContract => ({
      signedOn: signed(dayOf(scenario.publishedAt ?? at(today)), 40, 210), source: 'scenario', sourceKey: scenario.key, topicKey: scenario.topic,
      buyerKey: scenario.ownerKey ?? scenario.leadKey
    })))
  return [...fromNeeds, ...fromScenarios]
}

/** Signing days and origins of the 5,600 contracts, by signing day. Those that came from a need or a scenario are placed first. */
export function planContracts(rng: Rng, today: DayString, needs: SampleNeed[], scenarios: SampleScenario[]): PlannedContract[] {
  const { previous, current } = periodsOf(today)
  const until = addDays(today, -1)
  const planned = linked(rng, today, needs, scenarios)
  const outside = (signedOn: DayString): PlannedContract => ({ signedOn, source: 'outside', sourceKey: null, topicKey: null, buyerKey: null })
  PREVIOUS_PERIOD.forEach((count, index) => {
    const year = previous + index
    const have = planned.filter((contract) => yearOf(contract.signedOn) === year).length
    for (let done = have; done < count; done += 1) planned.push(outside(signingDay(rng, year, until)))
  })
  const start = `${current}-01-01`
  const years = Array.from({ length: yearOf(until) - current + 1 }, (_, index) => [current + index, index + 4] as const)
  const have = planned.filter((contract) => contract.signedOn >= start).length
  for (let done = have; done < CURRENT_PERIOD; done += 1) planned.push(outside(until < start ? today : signingDay(rng, rng.weighted(years), until)))
  return planned.sort((left, right) => (left.signedOn < right.signedOn ? -1 : left.signedOn > right.signedOn ? 1 : 0))
}
