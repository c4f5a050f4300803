import { searchClient, type SearchClient } from '#search/client'
import { documentsIn, EmptiedIndexError, isOfMeilisearch, outageOf } from '#search/rows/outage'
import { db } from '~/domain/kernel/db.server'
import { env } from '~/env.server'
import { enqueueWith } from '~/jobs/enqueue'
import { afterProbe, afterSearch, closed, probeIn, type Breaker, type Sign } from './breaker'
import { hasRows } from './rows.server'

/** A page waits for the index this long, in ms; its answer from the database is ready by then, so that it comes within a second. */
export const patienceMs = 500

/** The index as this process knows it. Another host, key or name is another index. */
type Guarded = { key: string; indexName: string; client: SearchClient; breaker: Breaker; probing: boolean }
let guarded: Guarded | null = null

function current(): Guarded {
  const { MEILISEARCH_HOST: host, MEILISEARCH_API_KEY: apiKey = '', MEILISEARCH_INDEX: indexName } = env()
  if (!host) throw new Error('MEILISEARCH_HOST is not set')
  const key = JSON.stringify([host, apiKey, indexName])
  if (guarded?.key !== key) guarded = { key, indexName, client: searchClient({ host, apiKey, timeoutMs: patienceMs }), breaker: closed, probing: false }
  return guarded
}

/** Asks for the index to be brought up to what the rows say. Several asking at once is one job. */
export async function askForRecovery(runAt?: Date): Promise<void> {
  await enqueueWith(db())('search.recover', {}, { key: 'search.recover', runAt })
}

/** Whether the index is there with nothing in it, or not there, although there are records to be found. */
export async function isEmptied(client: SearchClient, indexName: string): Promise<boolean> {
  return !(await documentsIn(client, indexName)) && (await hasRows())
}

async function signOf(asked: Guarded): Promise<Sign> {
  try {
    if (await isEmptied(asked.client, asked.indexName)) {
      await askForRecovery()
      return 'away'
    }
    await asked.client.index(asked.indexName).search('', { limit: 1 })
    return 'answered'
  } catch (error) {
    return outageOf(error) ?? 'away'
  }
}

/** Asks an index that failed again and again, beside the requests, until it answers; what it missed is then made up for. */
function probeLater(asked: Guarded): void {
  const wait = probeIn(asked.breaker, performance.now())
  if (asked.probing || wait === null) return
  asked.probing = true
  setTimeout(() => void probe(asked), wait).unref()
}

async function probe(asked: Guarded): Promise<void> {
  if (asked !== guarded) return
  const sign = await signOf(asked)
  asked.breaker = afterProbe(asked.breaker, sign, performance.now())
  asked.probing = false
  if (sign === 'answered') await askForRecovery().catch(() => {})
  probeLater(asked)
}

async function within<T>(work: Promise<T>, ms: number): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined
  try {
    return await Promise.race([work, new Promise<'late'>((late) => (timer = setTimeout(() => late('late'), ms)))])
  } finally {
    clearTimeout(timer)
  }
}

/** The answer of the index; null when it is known to be away, does not answer in time or refuses. Throws only what is a mistake of ours. */
export async function askIndex<T>(work: (client: SearchClient, indexName: string) => Promise<T>): Promise<T | null> {
  const asked = current()
  if (asked.breaker.state === 'open') {
    probeLater(asked)
    return null
  }
  const saw = (sign: Sign) => {
    asked.breaker = afterSearch(asked.breaker, sign, performance.now())
    probeLater(asked)
  }
  try {
    const answering = work(asked.client, asked.indexName)
    answering.catch(() => {})
    const answer = await within(answering, patienceMs)
    saw(answer === 'late' ? 'slow' : 'answered')
    return answer === 'late' ? null : answer
  } catch (error) {
    if (!isOfMeilisearch(error)) throw error
    const sign = outageOf(error)
    if (sign) saw(sign)
    return null
  }
}

/** Throws when the index that answered with nothing has nothing at all, but should. */
export async function assertFilled(client: SearchClient, indexName: string): Promise<void> {
  if (await isEmptied(client, indexName)) throw new EmptiedIndexError('the search index is empty')
}
