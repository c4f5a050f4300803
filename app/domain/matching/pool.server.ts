import type { Tx } from '#prisma/client'
import { pauses } from '~/domain/kernel/pauses'
import { recallRecords, sampleRecords, type Recalled } from '~/domain/searching/recall.server'
import { wordsToAsk } from './asking'
import { hintOf } from './hints'
import { holdFew, learn, type Held, type Lessons } from './held'
import { everyMember, membersAmong, ofOneHouse, stateOfMembers, type MemberKeys, type PoolMember } from './members.server'
import { candidateKinds, type CandidateKind } from './schema'
import { profileOf, type Section } from './score'

/** Reads the lexicon and what its characters hint at, 0.4 s of work: done when a process starts, no request waits for it. */
export const warmMatching = (): void => void hintOf('')

/** Candidates to compare a target with, their places, and what the whole pool has taught. */
export type CandidatePool = { members: PoolMember[]; places: Map<string, number>; lessons: Lessons; held: Held }

/**
 * Up to so many candidates all are held in memory and every one is looked at: a tenth of a megabyte each at most, and some 0.15 s a target for 10,000 (`docs/matching.md`). Of more, those
 * that share the weightiest words are recalled from the search index for each target; rarity and subjects are learnt from so many.
 */
export const mostHeld = 20_000
/** So many are recalled for a target. */
const recalledAtMost = 400
/** The pool is looked after again after this long, in ms, and read when it changed: a match may miss what was posted in between, its next run will not. */
const keepFor = 20_000
/** Reading the pool takes at most this share of the time, however often it changes. */
const shareOfReading = 0.05
/** What a sample teaches hardly changes: it is taken again after this long, in ms. */
const keepSampleFor = 600_000
const portion = 500

/** All candidates, or what a sample of too many has taught and who was in it. */
type Known = { whole: CandidatePool } | { whole: null; lessons: Lessons; sampled: ReadonlySet<string> }

const searchTypeOf = { person: 'expert', institute: 'institute', achievement: 'achievement', broker: 'broker' } as const satisfies Record<CandidateKind, string>
const searchTypes = Object.values(searchTypeOf)

function keysOf(records: readonly Recalled[]): MemberKeys {
  return Object.fromEntries(candidateKinds.map((kind) => [kind, records.filter(({ type }) => type === searchTypeOf[kind]).map(({ recordId }) => recordId)])) as MemberKeys
}

const placesOf = (members: readonly PoolMember[]) => new Map(members.map(({ id }, place) => [id, place]))
const apartIn = (members: readonly PoolMember[]) => (one: number, other: number) => ofOneHouse(members[one], members[other])

async function readWhole(tx: Tx, now: Date): Promise<Known> {
  const members = await everyMember(tx, now)
  function* profiles() {
    for (const { sections } of members) yield profileOf(sections)
  }
  const { lessons, held } = await learn(profiles(), { apart: apartIn(members), pause: pauses() })
  return { whole: { members, places: placesOf(members), lessons, held } }
}

/** The same candidates each time, whoever else comes and goes: those whose ids have the smallest hashes. */
async function readSample(tx: Tx, now: Date, size: number): Promise<Known> {
  const records = await sampleRecords(tx, searchTypes, size)
  if (records.length === 0) throw new Error('there are no rows of search to learn from yet: they are being filled')
  const sections: Section[][] = []
  const sampled = new Set<string>()
  for (let from = 0; from < records.length; from += portion) {
    for (const member of await membersAmong(tx, keysOf(records.slice(from, from + portion)), now)) {
      sampled.add(member.id)
      sections.push(member.sections)
    }
  }
  function* profiles() {
    for (const one of sections) yield profileOf(one)
  }
  const { lessons } = await learn(profiles(), { pause: pauses(), holding: false })
  return { whole: null, lessons, sampled }
}

type Kept = { key: string; size: number; mark: string; checkAt: number; readAt: number; value: Promise<Known> }
let kept: Kept | null = null

/** Starts to read a pool of `count`, and keeps what is read until it is to be looked after again. */
function read(tx: Tx, now: Date, count: number, { key, size, mark }: Pick<Kept, 'key' | 'size' | 'mark'>): Promise<Known> {
  const began = Date.now()
  const value = count <= size ? readWhole(tx, now) : readSample(tx, now, size)
  const fresh: Kept = { key, size, mark, value, checkAt: Infinity, readAt: began }
  kept = fresh
  value.then(
    () => (fresh.checkAt = Date.now() + Math.max(keepFor, (Date.now() - began) / shareOfReading)),
    () => (kept = kept === fresh ? null : kept),
  )
  return value
}

/** What is known of the pool of a database (`key`), read again when it has changed. */
async function known(tx: Tx, key: string, now: Date, size: number): Promise<Known> {
  const keptNow = () => (kept?.key === key && kept.size === size ? kept : null)
  const early = keptNow()
  if (early && Date.now() < early.checkAt) return early.value
  const { count, mark } = await stateOfMembers(tx, now)
  // Another may have begun to read in the meantime.
  const same = keptNow()
  const good = same && (same.mark === mark || (count > size && Date.now() < same.readAt + keepSampleFor))
  if (!good) return read(tx, now, count, { key, size, mark })
  same.checkAt = Date.now() + keepFor
  return same.value
}

/** How to find candidates: `also` are looked at in any case; `size` is how many are held in memory, for tests and benchmarks. */
export type PoolOptions = { also?: Partial<MemberKeys>; size?: number }

/**
 * The candidates to compare a target with: all there are, or, of a large pool, those whose texts have the weightiest of its words. Asks
 * the search index, so that it must not be called inside a transaction.
 */
export async function candidatesFor(tx: Tx, key: string, now: Date, sections: readonly Section[], { also = {}, size = mostHeld }: PoolOptions = {}): Promise<CandidatePool> {
  const all = await known(tx, key, now, size)
  if (all.whole) return all.whole
  const { lessons, sampled } = all
  const recalled = keysOf(await recallRecords(wordsToAsk(sections, lessons.pool), searchTypes, recalledAtMost))
  const keys = Object.fromEntries(candidateKinds.map((kind) => [kind, [...new Set([...recalled[kind], ...(also[kind] ?? [])])]])) as MemberKeys
  return among(tx, now, keys, lessons, sampled)
}

async function among(tx: Tx, now: Date, keys: MemberKeys, lessons: Lessons, sampled: ReadonlySet<string>): Promise<CandidatePool> {
  // One that was recalled by its number and asked for by its id is one.
  const members = [...new Map((await membersAmong(tx, keys, now)).map((member) => [member.id, member])).values()]
  const held = holdFew(members.map(({ sections }) => profileOf(sections)), lessons, { apart: apartIn(members), learntFrom: (place) => sampled.has(members[place]?.id ?? '') })
  return { members, places: placesOf(members), lessons, held }
}

/** Some candidates by id, to score them: with all others, or, of a large pool, by themselves. Asks the database alone. */
export async function candidatesById(tx: Tx, key: string, now: Date, keys: Partial<MemberKeys>, { size = mostHeld }: Pick<PoolOptions, 'size'> = {}): Promise<CandidatePool> {
  const all = await known(tx, key, now, size)
  return all.whole ?? among(tx, now, { person: [], institute: [], achievement: [], broker: [], ...keys }, all.lessons, all.sampled)
}
