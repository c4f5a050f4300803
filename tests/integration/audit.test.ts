import { beforeAll, describe, expect, it } from 'vitest'
import { listAudit } from '~/domain/audit/service.server'
import type { Actor } from '~/domain/kernel/actor'
import { visitor } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { useDatabase } from '#tests/support/database'
import { make } from '#tests/support/factories'
import { refusal } from '#tests/support/refusal'

useDatabase()

let administrator: Actor
let someone: Actor

const entry = (n: number, values: Record<string, unknown> = {}) => ({ at: new Date('2026-03-02T04:00:00Z'), actorName: '梁以宁', operation: 'need.update', entity: 'need', entityId: `need-${n}`, detail: { n }, ...values })

beforeAll(async () => {
  administrator = (await make.administrator()).actor
  someone = (await make.stranger()).actor
  await db().auditEntry.createMany({ data: Array.from({ length: 120 }, (_, n) => entry(n)) })
  await db().auditEntry.createMany({
    data: [
      entry(0, { entity: 'contract', entityId: 'c-1', operation: 'contract.report', actorId: someone.accountId, actorName: someone.name, at: new Date('2026-03-04T16:30:00Z') }),
      entry(0, { entity: 'contract', entityId: 'c-2', operation: 'contract.report', actorName: 'system', at: new Date('2026-03-05T15:59:59Z'), detail: {} }),
      entry(0, { entity: 'contract', entityId: 'c-3', operation: 'contract.report', actorName: 'system', at: new Date('2026-03-05T16:00:00Z') }),
    ],
  })
})

const ids = async (filter: Record<string, string>) => (await listAudit(administrator, filter)).rows.map(({ entityId }) => entityId)

describe('the audit trail', () => {
  it('comes 50 a page by keyset, the newest first, each entry once', async () => {
    const seen: string[] = []
    const sizes: number[] = []
    for (let before: string | null = ''; before !== null; ) {
      const { rows, next }: Awaited<ReturnType<typeof listAudit>> = await listAudit(administrator, { entity: 'need', before })
      seen.push(...rows.map(({ entityId }) => entityId))
      sizes.push(rows.length)
      before = next
      // An entry written meanwhile moves nothing: it belongs to the first page.
      await db().auditEntry.create({ data: entry(1000 + sizes.length) })
    }
    expect(sizes).toEqual([50, 50, 20])
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => `need-${119 - n}`))
  })

  it('narrows by kind, record, actor and days of Shanghai', async () => {
    expect(await ids({ entity: 'contract' })).toEqual(['c-3', 'c-2', 'c-1'])
    expect(await ids({ entityId: 'c-2' })).toEqual(['c-2'])
    expect(await ids({ actor: someone.accountId ?? '' })).toEqual(['c-1'])
    expect(await ids({ actor: someone.name.toUpperCase(), entity: 'contract' })).toEqual(['c-1'])
    expect(await ids({ entity: 'contract', from: '2026-03-05', to: '2026-03-05' })).toEqual(['c-2', 'c-1'])
    expect(await ids({ entity: 'contract', from: '2026-03-06' })).toEqual(['c-3'])
    expect(await ids({ entity: 'contract', to: '2026-03-04' })).toEqual([])
  })

  it('leaves out a filter that is nonsense, and keeps details readable', async () => {
    expect(await ids({ entity: 'contract', from: '2026-02-30', before: 'x' })).toEqual(['c-3', 'c-2', 'c-1'])
    const { rows, entities } = await listAudit(administrator, { entity: 'contract' })
    expect(rows.map(({ detail }) => detail)).toEqual(['{"n":0}', '', '{"n":0}'])
    expect(entities).toEqual(expect.arrayContaining(['contract', 'need']))
    expect(entities).toEqual([...new Set(entities)].sort())
  })

  it('is for administrators alone', async () => {
    for (const { actor } of [await make.reviewer(), await make.publisher(), await make.enterprise()]) expect((await refusal(listAudit(actor, {}))).code).toBe('forbidden')
    expect((await refusal(listAudit(visitor, {}))).code).toBe('sign_in')
  })

  it('cannot be changed or shortened, not even by SQL', async () => {
    const before = await db().auditEntry.count()
    await expect(db().$executeRaw`UPDATE "AuditEntry" SET "actorName" = 'nobody'`).rejects.toThrow(/append-only/)
    await expect(db().$executeRaw`DELETE FROM "AuditEntry" WHERE entity = 'contract'`).rejects.toThrow(/append-only/)
    await expect(db().auditEntry.deleteMany()).rejects.toThrow(/append-only/)
    expect(await db().auditEntry.count()).toBe(before)
    expect(await db().auditEntry.count({ where: { actorName: 'nobody' } })).toBe(0)
  })
})
