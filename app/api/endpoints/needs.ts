import { z } from 'zod'
import { listNeedsAfter } from '~/domain/needs/api.server'
import { readNeed } from '~/domain/needs/service.server'
import { endpoint } from '../endpoint.server'
import { listAnswer, listQuery, paged } from '../page'

const money = z.string().nullable().describe('元, two decimals; empty when to be agreed')

const row = z.object({
  id: z.string().describe('the number, e.g. XQ-2026-0041'),
  url: z.string(),
  title: z.string(),
  organisation: z.string(),
  field: z.string(),
  modes: z.array(z.string()),
  selection: z.string(),
  lumpSum: z.boolean(),
  fundingMin: money,
  fundingMax: money,
  deadline: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
  status: z.string(),
})

export const needList = endpoint({
  method: 'get',
  path: '/needs',
  summary: 'Published technology needs, newest first',
  query: listQuery,
  answer: listAnswer(row),
  run: async ({ actor, call }, { limit, cursor }) => {
    const rows = await listNeedsAfter(actor, { limit: limit + 1, cursor }, call)
    return paged(rows, limit, (need) => ({ at: need.publishedAt ?? '', id: need.id }), (need) => ({ ...need, id: need.number, url: `/needs/${need.number}` }))
  },
})

export const needOne = endpoint({
  method: 'get',
  path: '/needs/{id}',
  summary: 'One technology need by its number; the public part',
  query: z.object({}),
  answer: row.extend({
    problem: z.string(), indicators: z.string(), goal: z.string(), basis: z.string(), keywords: z.array(z.string()), conditions: z.array(z.string()),
    criteria: z.array(z.object({ name: z.string(), description: z.string(), weight: z.number() })),
  }),
  run: async ({ actor, call, params }) => {
    const { need } = await readNeed(actor, { id: params.id ?? '' }, call)
    return { ...need, id: need.number, url: `/needs/${need.number}`, organisation: need.organisation.name }
  },
})
