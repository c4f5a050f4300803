import { z } from 'zod'
import type { Target } from '#prisma/client'
import { district } from '~/domain/district/service.server'
import { countMeasure } from '~/domain/contracts/service.server'
import { conflict, notFound, stale } from '~/domain/kernel/errors'
import { Decimal } from '~/domain/kernel/money'
import { command, query, type Context } from '~/domain/kernel/operation.server'
import { administratorOnly, anyone } from '~/domain/kernel/policy'
import { addDays, dateColumn, dayFromColumn, dayOf } from '~/domain/kernel/time'
import { byRelevance, paceOf, recentWeeks, type Period } from './pace'
import * as repo from './repo.server'
import { createTargetInput, updateTargetInput, type Measure } from './schema'

/** One target on a day. Counts are whole numbers in text, amounts 元 with two decimals; shares are for the drawing alone. */
export type Standing = {
  id: string
  version: number
  period: Period
  measure: Measure
  source: string
  target: string
  current: string
  pace: string
  lead: string
  missing: string
  weekly: string | null
  recent: string
  forecastOn: string | null
  daysLeft: number
  /** Reported and not registered yet; whether the current value holds it, `waitingCounted` says. */
  waiting: string
  waitingCounted: boolean
  share: number
  paceShare: number
}

const periodOf = (target: Target): Period => ({ from: dayFromColumn(target.startsOn), to: dayFromColumn(target.endsOn) })

async function standingOf(context: Context, target: Target, progress: repo.Progress): Promise<Standing> {
  const measure = target.measure === 'count' ? 'count' : 'amount'
  const technology = (await district()).contractAmount === 'technology'
  const pick = (count: number, amount: string, technologyAmount: string) => new Decimal(measure === 'count' ? count : technology ? technologyAmount : amount)
  const current = pick(progress.count, progress.amount, progress.technologyAmount)
  const recent = pick(progress.recentCount, progress.recentAmount, progress.recentTechnology)
  const waiting = pick(progress.waitingCount, progress.waitingAmount, progress.waitingTechnology)
  const pace = paceOf({ period: periodOf(target), value: target.value }, current, recent, dayOf(context.now))
  const text = (value: Decimal, rate = false) => value.toFixed(measure === 'amount' ? 2 : rate ? 1 : 0)
  return {
    id: target.id, version: target.version, period: periodOf(target), measure, source: target.source,
    target: text(target.value), current: text(current), pace: text(pace.expected), lead: text(current.minus(text(pace.expected))), missing: text(pace.missing),
    weekly: pace.weekly && text(pace.weekly, true), recent: text(pace.recent, true), forecastOn: pace.forecastOn, daysLeft: pace.daysLeft,
    waiting: text(waiting), waitingCounted: (await countMeasure()) === 'reported_and_registered',
    share: current.div(target.value).toNumber(), paceShare: pace.expected.div(target.value).toNumber(),
  }
}

async function standings(context: Context): Promise<Standing[]> {
  const today = dayOf(context.now)
  const recentFrom = addDays(today, 1 - recentWeeks * 7)
  const measure = await countMeasure()
  const rows = byRelevance((await repo.targets(context.tx)).map((target) => ({ target, period: periodOf(target) })), today)
  const known = new Map<string, repo.Progress>()
  const found: Standing[] = []
  for (const { target, period } of rows) {
    const key = `${period.from} ${period.to}`
    const progress = known.get(key) ?? (await repo.progress(context.tx, period, recentFrom, measure, today))
    known.set(key, progress)
    found.push(await standingOf(context, target, progress))
  }
  return found
}

/** Every target with where it stands, the period that contains today first; in a period the count before the amount. */
export const targets = query({ name: 'statistics.targets', input: z.object({}), policy: anyone, run: standings })

/** The two targets that pages show first; null where the district has set none. */
export const targetsForPages = query({
  name: 'statistics.targets_for_pages',
  input: z.object({}),
  policy: anyone,
  run: async (context) => {
    const all = await standings(context)
    const [first] = all
    const now = all.filter(({ period }) => period.from === first?.period.from && period.to === first.period.to)
    const of = (measure: Measure) => now.find((standing) => standing.measure === measure) ?? null
    return { period: first?.period ?? null, count: of('count'), amount: of('amount'), today: dayOf(context.now) }
  },
})
export type TwoTargets = Awaited<ReturnType<typeof targetsForPages>>

async function assertFree(context: Context, period: { startsOn: Date; endsOn: Date; measure: string }, id?: string) {
  const other = await repo.targetLike(context.tx, period)
  if (other && other.id !== id) throw conflict({ key: 'target.exists' })
}

/** Sets a target for a period: data, never a constant. */
export const createTarget = command({
  name: 'target.create',
  input: createTargetInput,
  policy: administratorOnly,
  run: async (context, { startsOn, endsOn, measure, value, source, reason }) => {
    const row = { startsOn: dateColumn(startsOn), endsOn: dateColumn(endsOn), measure }
    await assertFree(context, row)
    const made = await repo.insertTarget(context.tx, { ...row, value, source })
    await context.audit('target.create', 'target', made.id, { startsOn, endsOn, measure, value: value.toFixed(2), reason })
    return { id: made.id }
  },
})

/** Changes a target; what it was, and why it changed, stay in the audit trail. */
export const updateTarget = command({
  name: 'target.update',
  input: updateTargetInput,
  load: (context, input) => repo.lockTarget(context.tx, input.id),
  policy: administratorOnly,
  run: async (context, { id, version, startsOn, endsOn, measure, value, source, reason }, before) => {
    if (!before) throw notFound()
    const row = { startsOn: dateColumn(startsOn), endsOn: dateColumn(endsOn), measure }
    await assertFree(context, row, id)
    if (!(await repo.updateTarget(context.tx, id, version, { ...row, value, source }))) throw stale(before.version)
    const was = { ...periodOf(before), measure: before.measure, value: before.value.toFixed(2) }
    await context.audit('target.update', 'target', id, { was, now: { from: startsOn, to: endsOn, measure, value: value.toFixed(2) }, reason })
  },
})
