import { Logger, runOnce } from 'graphile-worker'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { visitor, type Actor } from '~/domain/kernel/actor'
import { nextCode } from '~/domain/kernel/counter.server'
import { db } from '~/domain/kernel/db.server'
import { command } from '~/domain/kernel/operation.server'
import { anyone } from '~/domain/kernel/policy'
import { env } from '~/env.server'
import { enqueueWith } from '~/jobs/enqueue'
import { tidyJobs } from '~/jobs/handlers/tidy-jobs'
import { useDatabase } from '#tests/support/database'
import { waitingJobs } from '#tests/support/drain'

useDatabase()

const actor: Actor = { ...visitor, name: 'test' }
const id = '00000000-0000-4000-8000-000000000001'

describe('one change, one transaction', () => {
  beforeEach(() => db().$executeRaw`DELETE FROM graphile_worker._private_jobs`)

  const change = (fail: boolean) =>
    command({
      name: 'test.change',
      input: z.object({}),
      policy: anyone,
      run: async (context) => {
        await context.tx.counter.create({ data: { series: fail ? 'lost' : 'kept' } })
        await context.enqueue('index.record', { kind: 'need', id })
        await context.transition('test', id, null, 'done')
        await context.audit('test.change', 'test', id)
        if (fail) throw new Error('after everything was written')
      },
    })

  it('commits rows, audit and jobs together', async () => {
    await change(false)(actor, {})
    expect(await db().counter.count({ where: { series: 'kept' } })).toBe(1)
    expect(await waitingJobs()).toEqual([{ name: 'index.record', payload: { kind: 'need', id } }])
    expect(await db().auditEntry.count({ where: { entity: 'test' } })).toBe(1)
  })

  it('leaves nothing of them when it fails', async () => {
    const before = await db().auditEntry.count()
    await expect(change(true)(actor, {})).rejects.toThrow('after everything')
    expect(await db().counter.count({ where: { series: 'lost' } })).toBe(0)
    expect(await waitingJobs()).toEqual([])
    expect(await db().auditEntry.count()).toBe(before)
  })

  it('does not let a change pass without its audit row', async () => {
    const silent = command({ name: 'test.silent', input: z.object({}), policy: anyone, run: async (context) => void (await context.tx.counter.create({ data: { series: 'silent' } })) })
    await expect(silent(actor, {})).rejects.toThrow('no audit row')
    expect(await db().counter.count({ where: { series: 'silent' } })).toBe(0)
  })

  it('makes one job of several requests with one key', async () => {
    const twice = command({
      name: 'test.twice',
      input: z.object({}),
      policy: anyone,
      run: async (context) => {
        await context.enqueue('index.record', { kind: 'need', id }, { key: 'same' })
        await context.enqueue('index.record', { kind: 'need', id }, { key: 'same' })
        await context.audit('test.twice', 'test', id)
      },
    })
    await twice(actor, {})
    await twice(actor, {})
    expect(await waitingJobs()).toHaveLength(1)
  })

  it('has the work on one record done in its order, and forgets the order when it is done', async () => {
    await db().$transaction(async (tx) => {
      const enqueue = enqueueWith(tx)
      for (const [name, kind] of [['index.record', 'need'], ['match.target', 'need'], ['match.target', 'scenario']] as const) await enqueue(name, { kind, id })
    })
    const started: string[] = []
    const work = (names: string[]) => {
      const tasks = Object.fromEntries(names.map((name) => [name, async (payload: unknown) => {
        started.push(`${name} ${(payload as { kind: string }).kind} begins`)
        await new Promise((done) => setTimeout(done, 60))
        started.push(`${name} ${(payload as { kind: string }).kind} ends`)
      }]))
      return runOnce({ connectionString: env().DATABASE_URL, taskList: tasks, concurrency: 3, noHandleSignals: true, logger: new Logger(() => () => {}) })
    }
    await work(['index.record', 'match.target'])
    expect(started.filter((step) => step.includes('need'))).toEqual(['index.record need begins', 'index.record need ends', 'match.target need begins', 'match.target need ends'])
    expect(started.indexOf('match.target scenario begins')).toBeLessThan(started.indexOf('index.record need ends'))
    const queues = () => db().$queryRaw<{ count: number }[]>`SELECT count(*)::int FROM graphile_worker._private_job_queues`
    expect(await queues()).toEqual([{ count: 2 }])
    await tidyJobs()
    expect(await queues()).toEqual([{ count: 0 }])
  })
})

describe('numbers', () => {
  it('neither collide nor leave a gap, with many at once and some rolled back', async () => {
    const draw = (fail: boolean) =>
      db().$transaction(async (tx) => {
        const code = await nextCode(tx, 'TT', 2026)
        if (fail) throw new Error('rolled back')
        return code
      })
    const drawn = await Promise.allSettled(Array.from({ length: 60 }, (_one, n) => draw(n % 5 === 0)))
    const codes = drawn.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(codes).toHaveLength(48)
    expect([...codes].sort()).toEqual(Array.from({ length: 48 }, (_one, n) => `TT-2026-${String(n + 1).padStart(4, '0')}`))
  })
})

describe('the audit trail', () => {
  it('can be neither changed nor cut', async () => {
    await db().auditEntry.create({ data: { actorName: 'x', operation: 'x', entity: 'x', entityId: 'x' } })
    await expect(db().auditEntry.updateMany({ data: { actorName: 'y' } })).rejects.toThrow('append-only')
    await expect(db().auditEntry.deleteMany({})).rejects.toThrow('append-only')
  })
})
