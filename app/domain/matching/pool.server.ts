import type { Tx } from '#prisma/client'
import { db } from '~/domain/kernel/db.server'
import { pauses } from '~/domain/kernel/pauses'
import { recallRecords } from '~/domain/searching/recall.server'
import { wordsToAsk } from './asking'
import { profilesAfter, rowsAfter, rowsAmong, stateOfRows, writtenSince } from './candidates-repo.server'
import { hints } from './hints'
import { glanceOf, hold, learn, type Held, type Lessons } from './held'
import { searchTypeOf } from './members.server'
import { unpack } from './packing'
import { ofOneHouse, readFrom, type PoolMember, type Read } from './pool-members.server'
import { askingProfile, profileVersion, type Profile, type Section } from './profile'
import { nearest } from './ranking'
import { askedOf } from './relevance'
import type { Target } from './score'
import { gatherTelling, type Telling } from './telling'

/** Reads the lexicon and what its characters hint at, 0.4 s of work: done when a process starts, no request waits for it. */
export const warmMatching = (): void => void hints()

/** Candidates to compare a target with, their places, and what the whole pool has taught. */
export type CandidatePool = { members: PoolMember[]; places: Map<string, number>; lessons: Lessons; held: Held }

/** Up to so many candidates all are held in memory, and every one is looked at. Of more, those that have the most telling terms are recalled for each target. */
export const mostHeld = 5_000
/** Of more, rarity and subjects are learnt from so many times as many. */
const sampleOf = 2
/** Of up to so many candidates the telling terms are held, half a kilobyte each. Of more, and until they have been read, the search index is asked. */
const mostTold = 400_000
/** So many are recalled for a target; of these, so many of the best by a first glance are scored. */
const recalledAtMost = 1_000
const scoredAtMost = 250
/** What was written since the telling terms were read is looked at in any case, the last so many. */
const newest = 200
/** A transaction may write a row under a time that is a little past when others see it. */
const lateness = 60_000
/** The pool is looked after again after this long, in ms, and read when it changed: a match may miss what was posted in between, its next run will not. */
const keepFor = 20_000
/** Reading the pool takes at most this share of the time, however often it changes. */
const shareOfReading = 0.05
/** What a sample teaches hardly changes: it is taken again after this long, in ms, and with it all telling terms; what was read last serves until then. */
const keepSampleFor = 600_000
/** The first target after a start waits so long for the telling terms, in ms. */
const waitForTold = 5_000
const portion = 1_000

/** All candidates, or what a sample of too many has taught, who was in it, and once they have been read how to find the others. */
type Large = { whole: null; lessons: Lessons; sampled: ReadonlySet<string>; told: Told | null }
type Known = { whole: CandidatePool } | Large
type Told = { telling: Telling; rowIds: string[]; since: Date }

function poolOf({ members, profiles }: Read, lessons: Lessons, learntFrom: (place: number) => boolean = () => true): CandidatePool {
  const held = hold(profiles, lessons, { apart: (one, other) => ofOneHouse(members[one], members[other]), learntFrom })
  return { members, places: new Map(members.map(({ id }, place) => [id, place])), lessons, held }
}

/** The same candidates each time as long as they are not changed, whoever else comes and goes: those with the smallest hashes. */
async function readKnown(tx: Tx, size: number): Promise<Known> {
  const all: Read = { members: [], profiles: [] }
  const sample = size * sampleOf
  for (let after = ''; all.members.length < sample; ) {
    const rows = await rowsAfter(tx, profileVersion(), after, Math.min(portion, sample - all.members.length))
    const { members, profiles } = await readFrom(rows)
    all.members.push(...members)
    all.profiles.push(...profiles)
    const last = rows.at(-1)
    if (!last) break
    after = last.hash
  }
  if (all.members.length <= size) return { whole: poolOf(all, await learn(all.profiles, pauses())) }
  return { whole: null, lessons: await learn(all.profiles, pauses()), sampled: new Set(all.members.map(({ id }) => id)), told: null }
}

/** Reads the telling terms of all; null when there are too many. */
async function readTold({ pool }: Lessons, most: number): Promise<Told | null> {
  const since = new Date(Date.now() - lateness)
  const [{ add, done }, rowIds, pause] = [gatherTelling(pool), [] as string[], pauses()]
  for (let after = ''; rowIds.length <= most; ) {
    const rows = await profilesAfter(db(), profileVersion(), after, portion)
    for (const { id, profile } of rows) {
      await pause()
      rowIds.push(id)
      add(unpack(profile))
    }
    const last = rows.at(-1)
    if (!last) return { telling: done(), rowIds, since }
    after = last.hash
  }
  return null
}

type Sizes = { size: number; told: number }
type Kept = Sizes & { key: string; mark: string; checkAt: number; value: Promise<Known> }
let kept: Kept | null = null

/** Reads the pool. The telling terms of a large one are waited for a while only; without them the search index is asked, unless there are old ones that serve. */
async function readPool(tx: Tx, { size, told }: Sizes, wait: 'a while' | 'until all is read'): Promise<Known> {
  const fresh = await readKnown(tx, size)
  if (fresh.whole) return fresh
  const reading = readTold(fresh.lessons, told).then((read) => void (fresh.told = read))
  if (wait === 'until all is read') await reading
  else await Promise.race([reading.catch(() => {}), new Promise((late) => setTimeout(late, waitForTold).unref())])
  return fresh
}

/** Starts to read the pool, and keeps what is read until it is to be looked after again; `old` serves until then. */
function read(tx: Tx, what: Pick<Kept, 'key' | 'size' | 'told' | 'mark'>, old: Kept | null): Promise<Known> {
  const began = Date.now()
  // What is read behind the back of a transaction may outlive it.
  const value = old ? readPool(db(), what, 'until all is read') : readPool(tx, what, 'a while')
  const fresh: Kept = { ...what, value: old?.value ?? value, checkAt: Infinity }
  kept = fresh
  value.then(
    () => Object.assign(fresh, { value, checkAt: Date.now() + Math.max(keepFor, (Date.now() - began) / shareOfReading) }),
    () => (kept = kept === fresh ? old : kept),
  )
  return fresh.value
}

/** What is known of the pool of a database (`key`), read again when it has changed. */
async function known(tx: Tx, key: string, { size = mostHeld, told = mostTold }: Partial<Sizes>): Promise<Known> {
  const keptNow = () => (kept?.key === key && kept.size === size && kept.told === told ? kept : null)
  const early = keptNow()
  if (early && Date.now() < early.checkAt) return early.value
  const { count, mark } = await stateOfRows(tx, profileVersion(), size + 1)
  // Another may have begun to read in the meantime.
  const same = keptNow()
  const what = { key, size, told, mark: count > size ? sampleMark() : mark }
  if (!same) return read(tx, what, null)
  if (same.mark !== what.mark) return read(tx, what, count > size && !(await same.value).whole ? same : null)
  same.checkAt = Date.now() + keepFor
  return same.value
}

/** A large pool changes all the time; its sample is taken by the clock. */
const sampleMark = () => `sample ${Math.floor(Date.now() / keepSampleFor)}`

/** How to find candidates: `also` are looked at in any case, by id, and `near` by the ids of their rows; `size` and `told` are how many are held in memory whole and by their telling terms, for tests and benchmarks. */
export type PoolOptions = { also?: readonly string[]; near?: readonly string[] } & Partial<Sizes>

/**
 * The candidates to compare a target with: all there are, or, of a large pool, those whose texts have the most of what it asks. May ask
 * the search index, so that it must not be called inside a transaction.
 */
export async function candidatesFor(tx: Tx, key: string, target: Target, { also = [], near = [], ...sizes }: PoolOptions = {}): Promise<CandidatePool> {
  const all = await known(tx, key, sizes)
  if (all.whole) return all.whole
  const asking = askingProfile(target.sections)
  const found = await readRows(tx, [...(await recalled(tx, target, asking, all)), ...near], also)
  const placed = found.members.map((candidate, place) => ({ candidate, place }))
  const glance = glanceOf(asking, all.lessons)
  const best = new Set(nearest(target, placed, (place) => glance(found.profiles[place] ?? asking), scoredAtMost))
  const wanted = placed.filter(({ candidate, place }) => best.has(place) || also.includes(candidate.id) || near.includes(candidate.rowId)).map(({ place }) => place)
  return fewOf({ members: wanted.flatMap((place) => found.members[place] ?? []), profiles: wanted.flatMap((place) => found.profiles[place] ?? []) }, all)
}

/** The rows of those who have the most of what is asked: by their telling terms, with those that were written since these were read; else by the search index. */
async function recalled(tx: Tx, { sections }: Target, asking: Profile, { lessons, told }: Large): Promise<string[]> {
  if (!told) return recallRecords(wordsToAsk(sections, lessons.pool), Object.values(searchTypeOf), recalledAtMost)
  return [...told.telling(asking, askedOf(asking, lessons.pool), recalledAtMost).map((place) => told.rowIds[place] ?? ''), ...(await writtenSince(tx, told.since, newest))]
}

const readRows = async (tx: Tx, rowIds: string[], ids: readonly string[]) => readFrom(await rowsAmong(tx, profileVersion(), rowIds, [...ids]))
const fewOf = (found: Read, { lessons, sampled }: Pick<Large, 'lessons' | 'sampled'>) => poolOf(found, lessons, (place) => sampled.has(found.members[place]?.id ?? ''))

/** Some candidates by the ids of their rows or their own, to score them: with all others, or, of a large pool, by themselves. Asks the database alone. */
export async function candidatesById(tx: Tx, key: string, { rowIds = [], ids = [] }: { rowIds?: string[]; ids?: string[] }, sizes: Partial<Sizes> = {}): Promise<CandidatePool> {
  const all = await known(tx, key, sizes)
  return all.whole ?? fewOf(await readRows(tx, rowIds, ids), all)
}

/** What was read of the pool is not good any more: the next use reads it as it is then. */
export const forgetPool = (): void => void (kept = null)

/** So many are held with a candidate, to find its kin among. */
const neighbours = 40

/** Some candidates as their rows are at this moment, by themselves: by what the pool has taught, whenever it was read. Asks the database alone. */
export async function candidatesNow(tx: Tx, key: string, ids: readonly string[], rowIds: string[] = []): Promise<CandidatePool> {
  const all = await known(tx, key, {})
  return fewOf(await readRows(tx, rowIds, ids), all.whole ? { lessons: all.whole.lessons, sampled: new Set(all.whole.places.keys()) } : all)
}

/** One candidate as its row is at this moment, with those that share its weightiest words: its kin are among them. Asks the search index. */
export async function candidateWithKin(tx: Tx, key: string, id: string, sections: readonly Section[], { pool }: Lessons): Promise<CandidatePool> {
  return candidatesNow(tx, key, [id], await recallRecords(wordsToAsk(sections, pool), Object.values(searchTypeOf), neighbours))
}
