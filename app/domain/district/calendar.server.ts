import { z } from 'zod'
import { invalid, notFound } from '~/domain/kernel/errors'
import { command, query } from '~/domain/kernel/operation.server'
import { addDays, dayFromColumn, dayOf } from '~/domain/kernel/time'
import * as repo from './lists-repo.server'
import { districtPolicy } from './policy'
import { addDaysInput, longestRun, removeDayInput } from './schema'

/** Holidays and make-up days from today on. */
export const readCalendar = query({
  name: 'district.read_calendar',
  input: z.object({}),
  policy: districtPolicy.readSettings,
  run: async (context) => (await repo.daysFrom(context.tx, dayOf(context.now))).map(({ day, working, name }) => ({ day: dayFromColumn(day), working, name })),
})

/** `first` to `last`, both counted; one day where `last` is null. */
function runOf(first: string, last: string | null): string[] {
  const days = [first]
  while (last !== null && days.at(-1)! < last && days.length <= longestRun) days.push(addDays(days.at(-1)!, 1))
  return days
}

/**
 * Sets holidays or make-up working days, from today on: what is past was counted already. Throws at the field when the run ends before it
 * begins, is longer than 31 days, or one of its days is set already. Answers how many were added.
 */
export const addCalendarDays = command({
  name: 'district.add_days',
  input: addDaysInput,
  policy: districtPolicy.changeCalendar,
  run: async (context, { first, last, working, name }) => {
    const today = dayOf(context.now)
    if (first < today) throw invalid({ path: 'first', message: { key: 'day.in_the_past' } })
    if (last !== null && last < first) throw invalid({ path: 'last', message: { key: 'day.order' } })
    const days = runOf(first, last)
    if (days.length > longestRun) throw invalid({ path: 'last', message: { key: 'calendar.too_long', params: { max: longestRun } } })
    const known = new Set((await repo.daysFrom(context.tx, today)).map(({ day }) => dayFromColumn(day)))
    const taken = days.find((day) => known.has(day))
    if (taken) throw invalid({ path: 'first', message: { key: 'calendar.taken', params: { day: taken } } })
    const added = await repo.insertDays(context.tx, days, { working, name: name || null })
    await context.audit('district.add_days', 'calendar', first, { last: last ?? first, working, name })
    return { added }
  },
})

/** Takes one day out: it follows the week's rule again. */
export const removeCalendarDay = command({
  name: 'district.remove_day',
  input: removeDayInput,
  policy: districtPolicy.changeCalendar,
  run: async (context, { day }) => {
    if (day < dayOf(context.now)) throw invalid({ path: 'first', message: { key: 'day.in_the_past' } })
    const removed = await repo.deleteDay(context.tx, day)
    if (!removed) throw notFound()
    await context.audit('district.remove_day', 'calendar', day, { working: removed.working, name: removed.name ?? '' })
  },
})
