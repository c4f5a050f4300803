import { z } from 'zod'
import { areaChoices, district, termChoices } from '~/domain/district/service.server'
import { query, type Context } from '~/domain/kernel/operation.server'
import { parseNeedFilter } from './filters'
import * as lists from './lists-repo.server'
import { needPolicy } from './policy'
import { cooperationModes, needSelections } from './schema'
import { needSummary } from './view'

export const pageSize = 20
/** Working days in which a need is reviewed (choice). */
export const reviewDays = 3

async function knownValues(context: Context) {
  const codes = (choices: { value: string }[]) => new Set(choices.map(({ value }) => value))
  const { locale } = context.actor
  const [field, area] = [await termChoices('field', locale), await areaChoices(locale)]
  return { field, area, known: { field: codes(field), area: codes(area), mode: new Set<string>(cooperationModes), selection: new Set<string>(needSelections) } }
}

/** The public list, as its address says. Unknown values are left out and named, a page beyond the last is the last. */
export const listNeeds = query({
  name: 'need.list',
  input: z.object({ search: z.string() }),
  policy: needPolicy.list,
  run: async (context, { search }) => {
    const { field, area, known } = await knownValues(context)
    const { filter, ignored } = parseNeedFilter(new URLSearchParams(search), known)
    const { total, rows } = await lists.listPublic(context.tx, filter, context.now, pageSize)
    const pages = Math.max(1, Math.ceil(total / pageSize))
    const counts = { field: await lists.countFacet(context.tx, filter, 'field', context.now), area: await lists.countFacet(context.tx, filter, 'areaKey', context.now) }
    return {
      filter: { ...filter, page: Math.min(filter.page, pages) },
      ignored,
      total,
      pages,
      rows: rows.map((row) => needSummary(row, context.now)),
      choices: { field: field.map((choice) => ({ ...choice, count: counts.field.get(choice.value) ?? 0 })), area: area.map((choice) => ({ ...choice, count: counts.area.get(choice.value) ?? 0 })) },
    }
  },
})

/** The needs of the organisations that the actor posts for. */
export const ownNeeds = query({
  name: 'need.own',
  input: z.object({}),
  policy: needPolicy.own,
  run: async (context) => {
    const organisations = context.actor.memberships.filter(({ role }) => role === 'enterprise')
    const rows = await lists.listOwn(context.tx, organisations.map(({ organisationId }) => organisationId))
    return { rows: rows.map((row) => needSummary(row, context.now)), organisations: organisations.map(({ organisationId, organisationName, verified }) => ({ id: organisationId, name: organisationName, verified })) }
  },
})

/** What waits for the reviewer, the longest waiting first, and what the bureau gave back. */
export const needQueue = query({
  name: 'need.queue',
  input: z.object({}),
  policy: needPolicy.queue,
  run: async (context) => {
    const [waiting, returned, latest] = [await lists.listForReview(context.tx), await lists.listInStates(context.tx, ['changes_requested'], 50), await lists.listInStates(context.tx, ['published'], 10)]
    const summaries = (rows: lists.NeedRow[]) => rows.map((row) => needSummary(row, context.now))
    return { waiting: summaries(waiting), returned: summaries(returned), latest: summaries(latest), reviewDays, bureau: (await district()).bureauZh }
  },
})
