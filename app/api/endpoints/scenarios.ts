import { z } from 'zod'
import { landings, opportunityKinds, sides } from '~/domain/scenarios/schema'
import { listScenariosAfter, readScenario } from '~/domain/scenarios/read.server'
import { endpoint } from '../endpoint.server'
import { listAnswer, listQuery, paged } from '../page'

const time = z.iso.datetime().nullable()
const money = z.string().nullable().describe('元, two decimals')

const row = z.object({
  id: z.string().describe('the serial, e.g. 2026-03-017'),
  url: z.string(),
  title: z.string(),
  summary: z.string(),
  year: z.number(),
  batch: z.number(),
  kind: z.enum(opportunityKinds),
  theme: z.string(),
  field: z.string(),
  lead: z.string(),
  budgetMin: money,
  budgetMax: money,
  opensAt: time,
  closesAt: time,
  publishedAt: time,
  window: z.enum(['upcoming', 'open', 'closing_soon', 'closed']),
  landing: z.enum(landings),
})

export const scenarioList = endpoint({
  method: 'get',
  path: '/scenarios',
  summary: 'Published application scenarios, newest first',
  query: listQuery,
  answer: listAnswer(row),
  run: async ({ actor, call }, { limit, cursor }) => {
    const rows = await listScenariosAfter(actor, { limit: limit + 1, cursor }, call)
    return paged(rows, limit, (scenario) => ({ at: scenario.publishedAt ?? '', id: scenario.recordId }), (scenario) => ({ ...scenario, url: `/scenarios/${scenario.id}` }))
  },
})

export const scenarioOne = endpoint({
  method: 'get',
  path: '/scenarios/{id}',
  summary: 'One application scenario by its serial',
  query: z.object({}),
  answer: row.extend({ body: z.string(), side: z.enum(sides), technologies: z.array(z.string()), resources: z.string(), referenceCases: z.string(), responsible: z.array(z.string()), contact: z.object({ name: z.string(), phone: z.string() }).nullable() }),
  run: async ({ actor, call, params }) => {
    const scenario = await readScenario(actor, { id: params.id ?? '' }, call)
    return { ...scenario, url: `/scenarios/${scenario.id}`, responsible: scenario.responsible.map((unit) => unit.name) }
  },
})
