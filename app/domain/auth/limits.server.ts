import { RateLimiterPrisma } from 'rate-limiter-flexible'
import type { PrismaClient } from '#prisma/client'
import { db } from '~/domain/kernel/db.server'
import { tooMany } from '~/domain/kernel/errors'

const lockSeconds = 600

/** Tries within a time; the one past the limit locks for ten minutes, or for that time where it is longer (quality.md). */
const rules = {
  account: { points: 5, seconds: 600 },
  address: { points: 20, seconds: 60 },
  mail: { points: 5, seconds: 3600 },
  register: { points: 30, seconds: 3600 },
} as const

export type LimitKind = keyof typeof rules

const limiters = new WeakMap<PrismaClient, Map<LimitKind, RateLimiterPrisma>>()

/** Points live in the database, so that every process counts the same and a restart forgets nothing. */
function limiter(kind: LimitKind): RateLimiterPrisma {
  const client = db()
  const known = limiters.get(client) ?? new Map<LimitKind, RateLimiterPrisma>()
  limiters.set(client, known)
  const { points, seconds } = rules[kind]
  const found = known.get(kind) ?? new RateLimiterPrisma({ storeClient: client, keyPrefix: `auth_${kind}`, points, duration: seconds, blockDuration: Math.max(lockSeconds, seconds) })
  known.set(kind, found)
  return found
}

/** Counts one try before it is made, so that many at once are all counted. Throws when there were too many. */
export async function takeTry(kind: LimitKind, key: string): Promise<void> {
  try {
    await limiter(kind).consume(key)
  } catch (refused) {
    if (refused instanceof Error) throw refused
    const { msBeforeNext = lockSeconds * 1000 } = refused as { msBeforeNext?: number }
    throw tooMany(Math.max(1, Math.ceil(msBeforeNext / 60_000)))
  }
}

/** A try that was right does not count. */
export async function giveBack(kind: LimitKind, key: string): Promise<void> {
  await limiter(kind).reward(key, 1)
}

/** Forgets the tries of a key, as after the right password. */
export async function forgetTries(kind: LimitKind, key: string): Promise<void> {
  await limiter(kind).delete(key)
}
