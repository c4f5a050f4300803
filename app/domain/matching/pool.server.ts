import type { Tx } from '#prisma/client'
import { district } from '~/domain/district/service.server'
import { db } from '~/domain/kernel/db.server'
import { pauses } from '~/domain/kernel/pauses'
import { recallRecords } from '~/domain/searching/recall.server'
import { wordsToAsk } from './asking'
import { rowsAfter, rowsAmong, stateOfRows, type CandidateRow } from './candidates-repo.server'
import { hintOf } from './hints'
import { hold, learn, type Held, type Lessons } from './held'
import { searchTypeOf } from './members.server'
import { unpack } from './packing'
import { profileVersion, type Profile, type Section } from './profile'
import type { Candidate } from './score'

/** Reads the lexicon and what its characters hint at, 0.4 s of work: done when a process starts, no request waits for it. */
export const warmMatching = (): void => void hintOf(0)

export type PoolMember = Candidate & { rowId: string; availableFrom: Date | null; maxLoad: number | null }
/** Candidates to compare a target with, their places, and what the whole pool has taught. */
export type CandidatePool = { members: PoolMember[]; places: Map<string, number>; lessons: Lessons; held: Held }

/** Up to so many candidates all are held in memory, some 5 KB each, and every one is looked at. Of more, those that share the weightiest words are recalled for each target; rarity and subjects are learnt from so many. */
export const mostHeld = 20_000
/** So many are recalled for a target. */
const recalledAtMost = 400
/** The pool is looked after again after this long, in ms, and read when it changed: a match may miss what was posted in between, its next run will not. */
const keepFor = 20_000
/** Reading the pool takes at most this share of the time, however often it changes. */
const shareOfReading = 0.05
/** What a sample teaches hardly changes: it is taken again after this long, in ms, while what the last one taught is still used. */
const keepSampleFor = 600_000
const portion = 1_000

/** All candidates, or what a sample of too many has taught and who was in it. */
type Known = { whole: CandidatePool } | { whole: null; lessons: Lessons; sampled: ReadonlySet<string> }
type Read = { members: PoolMember[]; profiles: Profile[] }

/** District, province or elsewhere, by GB/T 2260: the first two digits name the province. */
function placeOf(regionCode: string | null, districtCode: string): PoolMember['place'] {
  if (regionCode === null) return 'unknown'
  if (regionCode === districtCode) return 'district'
  return regionCode.slice(0, 2) === districtCode.slice(0, 2) ? 'province' : 'outside'
}

async function readFrom(rows: readonly CandidateRow[]): Promise<Read> {
  const { regionCode: districtCode } = await district()
  const members = rows.map(({ id, candidateId, kind, organisationId, personIds, fields, modes, areaKey, regionCode, trl, records, availableFrom, maxLoad }) => ({ rowId: id, id: candidateId, kind, organisationIds: organisationId ? [organisationId] : [], personIds, fields, modes, areaKey, place: placeOf(regionCode, districtCode), trl, records, availableFrom, maxLoad }))
  return { members, profiles: rows.map(({ profile }) => unpack(profile)) }
}

const peopleOf = (member: PoolMember) => (member.kind === 'person' ? [member.id, ...member.personIds] : member.personIds)

/** A result, its inventors and their institute say the same in other places: none of them is evidence for another. */
function ofOneHouse(one?: PoolMember, other?: PoolMember): boolean {
  if (!one || !other) return false
  return one.organisationIds.some((id) => other.organisationIds.includes(id)) || peopleOf(one).some((id) => peopleOf(other).includes(id))
}

function poolOf({ members, profiles }: Read, lessons: Lessons, learntFrom: (place: number) => boolean = () => true): CandidatePool {
  const held = hold(profiles, lessons, { apart: (one, other) => ofOneHouse(members[one], members[other]), learntFrom })
  return { members, places: new Map(members.map(({ id }, place) => [id, place])), lessons, held }
}

/** The same candidates each time as long as they are not changed, whoever else comes and goes: those with the smallest hashes. */
async function readKnown(tx: Tx, size: number): Promise<Known> {
  const all: Read = { members: [], profiles: [] }
  for (let after = ''; all.members.length <= size; ) {
    const rows = await rowsAfter(tx, profileVersion(), after, Math.min(portion, size + 1 - all.members.length))
    const { members, profiles } = await readFrom(rows)
    all.members.push(...members)
    all.profiles.push(...profiles)
    const last = rows.at(-1)
    if (!last) break
    after = last.hash
  }
  if (all.members.length <= size) return { whole: poolOf(all, await learn(all.profiles, pauses())) }
  const sampled = new Set(all.members.slice(0, size).map(({ id }) => id))
  return { whole: null, lessons: await learn(all.profiles.slice(0, size), pauses()), sampled }
}

type Kept = { key: string; size: number; mark: string; checkAt: number; value: Promise<Known> }
let kept: Kept | null = null

/** Starts to read the pool, and keeps what is read until it is to be looked after again; `old` serves until then. */
function read(tx: Tx, { key, size, mark }: Pick<Kept, 'key' | 'size' | 'mark'>, old: Kept | null): Promise<Known> {
  const began = Date.now()
  // What is read behind the back of a transaction may outlive it.
  const value = readKnown(old ? db() : tx, size)
  const fresh: Kept = { key, size, mark, value: old?.value ?? value, checkAt: Infinity }
  const before = kept
  kept = fresh
  value.then(
    () => Object.assign(fresh, { value, checkAt: Date.now() + Math.max(keepFor, (Date.now() - began) / shareOfReading) }),
    () => (kept = kept === fresh ? (old ? before : null) : kept),
  )
  return fresh.value
}

/** What is known of the pool of a database (`key`), read again when it has changed. */
async function known(tx: Tx, key: string, size: number): Promise<Known> {
  const keptNow = () => (kept?.key === key && kept.size === size ? kept : null)
  const early = keptNow()
  if (early && Date.now() < early.checkAt) return early.value
  const { count, mark } = await stateOfRows(tx, profileVersion(), size + 1)
  // Another may have begun to read in the meantime.
  const same = keptNow()
  const fresh = { key, size, mark: count > size ? sampleMark() : mark }
  if (!same) return read(tx, fresh, null)
  if (same.mark !== fresh.mark) return read(tx, fresh, count > size && !(await same.value).whole ? same : null)
  same.checkAt = Date.now() + keepFor
  return same.value
}

/** A large pool changes all the time; its sample is taken by the clock. */
const sampleMark = () => `sample ${Math.floor(Date.now() / keepSampleFor)}`

/** How to find candidates: `also` are looked at in any case, by id, and `near` by the ids of their rows; `size` is how many are held in memory, for tests and benchmarks. */
export type PoolOptions = { also?: readonly string[]; near?: readonly string[]; size?: number }

/**
 * The candidates to compare a target with: all there are, or, of a large pool, those whose texts have the weightiest of its words. Asks
 * the search index, so that it must not be called inside a transaction.
 */
export async function candidatesFor(tx: Tx, key: string, sections: readonly Section[], { also = [], near = [], size = mostHeld }: PoolOptions = {}): Promise<CandidatePool> {
  const all = await known(tx, key, size)
  if (all.whole) return all.whole
  const rowIds = await recallRecords(wordsToAsk(sections, all.lessons.pool), Object.values(searchTypeOf), recalledAtMost)
  return some(tx, [...rowIds, ...near], also, all)
}

async function some(tx: Tx, rowIds: readonly string[], ids: readonly string[], { lessons, sampled }: { lessons: Lessons; sampled: ReadonlySet<string> }): Promise<CandidatePool> {
  const found = await readFrom(await rowsAmong(tx, profileVersion(), [...rowIds], [...ids]))
  return poolOf(found, lessons, (place) => sampled.has(found.members[place]?.id ?? ''))
}

/** Some candidates by the ids of their rows or their own, to score them: with all others, or, of a large pool, by themselves. Asks the database alone. */
export async function candidatesById(tx: Tx, key: string, { rowIds = [], ids = [] }: { rowIds?: string[]; ids?: string[] }, { size = mostHeld }: Pick<PoolOptions, 'size'> = {}): Promise<CandidatePool> {
  const all = await known(tx, key, size)
  return all.whole ?? some(tx, rowIds, ids, all)
}

/** What was read of the pool is not good any more: the next use reads it as it is then. */
export const forgetPool = (): void => void (kept = null)

/** So many are held with a candidate, to find its kin among. */
const neighbours = 40

/** Some candidates as their rows are at this moment, by themselves: by what the pool has taught, whenever it was read. Asks the database alone. */
export async function candidatesNow(tx: Tx, key: string, ids: readonly string[], rowIds: readonly string[] = []): Promise<CandidatePool> {
  const all = await known(tx, key, mostHeld)
  return some(tx, rowIds, ids, all.whole ? { lessons: all.whole.lessons, sampled: new Set(all.whole.places.keys()) } : all)
}

/** One candidate as its row is at this moment, with those that share its weightiest words: its kin are among them. Asks the search index. */
export async function candidateWithKin(tx: Tx, key: string, id: string, sections: readonly Section[], { pool }: Lessons): Promise<CandidatePool> {
  return candidatesNow(tx, key, [id], await recallRecords(wordsToAsk(sections, pool), Object.values(searchTypeOf), neighbours))
}
