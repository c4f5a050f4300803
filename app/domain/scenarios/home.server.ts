import { z } from 'zod'
import { district } from '~/domain/district/service.server'
import { query } from '~/domain/kernel/operation.server'
import { anyone } from '~/domain/kernel/policy'
import { addDays, dateColumn, dayOf, yearOf } from '~/domain/kernel/time'
import { yearOverview } from './read.server'
import { dueByNow, yearProgress } from './rules'

/** The year's counter: published by batch, in review, still to collect, and how many are due by today of the year's plan. */
export const yearCounter = query({
  name: 'scenario.year_counter',
  input: z.object({}),
  policy: anyone,
  run: async (context) => {
    const year = yearOf(context.now)
    const plan = (await district()).scenariosPerYear
    const { counts, batches } = await yearOverview(context.tx, year)
    const first = `${year}-01-01`
    const days = (from: string, to: string) => Math.round((dateColumn(to).getTime() - dateColumn(from).getTime()) / 86_400_000)
    const due = dueByNow(plan, days(first, addDays(dayOf(context.now), 1)), days(first, `${year + 1}-01-01`))
    return { year, plan, batches, due, ...yearProgress(counts, plan) }
  },
})
