import { checkSmtp } from '#emails/transport'
import { searchClient } from '#search/client'
import { checkMeilisearch } from '#search/embedded'
import { db } from '~/domain/kernel/db.server'
import { isEmptied } from '~/domain/searching/index-guard.server'
import { env } from '~/env.server'
import * as repo from './repo.server'

export type PartState = { state: 'up' | 'down'; latencyMs: number; version?: string; detail?: string }
export type Readiness = { ready: boolean; parts: { postgresql: PartState; meilisearch: PartState; mail: PartState; queue: PartState } }

async function timed(work: () => Promise<Partial<PartState>>): Promise<PartState> {
  const started = performance.now()
  const took = () => Math.round((performance.now() - started) * 10) / 10
  try {
    const found = await work()
    return { state: 'up', latencyMs: took(), ...found }
  } catch (error) {
    return { state: 'down', latencyMs: took(), detail: error instanceof Error ? error.message.split('\n').at(-1) : 'unknown' }
  }
}

/** Asks every part. Ready means that a visitor can be served: database migrated and seeded, index filled, queue there. */
export async function checkReadiness(): Promise<Readiness> {
  const { MEILISEARCH_HOST = '', MEILISEARCH_API_KEY = '', SMTP_URL = '', MEILISEARCH_INDEX } = env()
  const [postgresql, meilisearch, mail, queue] = await Promise.all([
    timed(async () => {
      const { version, seeded } = await repo.databaseState(db())
      if (!seeded) throw new Error('the district is not set up')
      return { version }
    }),
    timed(async () => {
      const { version } = await checkMeilisearch(MEILISEARCH_HOST, MEILISEARCH_API_KEY)
      if (!(await repo.isIndexed(db(), MEILISEARCH_INDEX))) throw new Error('the index is not filled yet')
      if (await isEmptied(searchClient({ host: MEILISEARCH_HOST, apiKey: MEILISEARCH_API_KEY, timeoutMs: 1_000 }), MEILISEARCH_INDEX)) throw new Error('the index lost its data and is being filled again')
      return { version }
    }),
    timed(async () => ({ latencyMs: await checkSmtp(SMTP_URL) })),
    timed(async () => {
      const { waiting, failed } = await repo.queueState(db())
      return { detail: `${waiting} waiting, ${failed} failed` }
    }),
  ])
  return { ready: [postgresql, meilisearch, queue].every((part) => part.state === 'up'), parts: { postgresql, meilisearch, mail, queue } }
}
