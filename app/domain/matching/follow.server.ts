import { z } from 'zod'
import { system } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { grouped } from '~/domain/kernel/grouped'
import { command, type Context } from '~/domain/kernel/operation.server'
import { pauses } from '~/domain/kernel/pauses'
import { env } from '~/env.server'
import * as changes from './changes-repo.server'
import type { Changed } from './changes.server'
import { allowing, computedOf, leastScore, suits, type ScoredMember } from './compute.server'
import * as fits from './fits-repo.server'
import { barOf, mustLookAtAll, type Ranks } from './follow'
import { readingOf, type Lessons } from './held'
import { keepPairs, type Entry } from './keep.server'
import { kinShare, kinshipOf, type Kin } from './kinship'
import { meaningOf, readingWith, type Meaning } from './meaning.server'
import { textsOf } from './members.server'
import { matchPolicy } from './policy'
import type { PoolMember } from './pool-members.server'
import { candidateWithKin, candidatesNow, type CandidatePool } from './pool.server'
import type { Profile, Section } from './profile'
import { scored } from './ranking'
import * as repo from './repo.server'
import { leastFit, mostFits, refused } from './rules'
import { askToMatch } from './run.server'
import { fitsOf } from './save.server'
import { openPairs, type OpenPairRow } from './spread-repo.server'
import { addFound, targetKey } from './targets-repo.server'
import { openTargets, type OpenTarget } from './targets.server'
import { matchingVersion } from './version.server'

/** A candidate scored anew, with what it was compared with and its text. */
type Found = { one: ScoredMember } & Beside
/** A candidate among those that share its words, its text, and who of them is its kin, by their places. */
type Beside = { data: CandidatePool; sections: Section[]; place: number; kin: readonly Kin[] }
/** What a target has of the candidates that changed; null for one that does not suit it any more. `pairs`: one of them was kept as a pair or would be, not only named as a fit. */
type News = { target: OpenTarget['target']; news: Map<string, Found | null>; pairs: boolean }

/** Writes what changed candidates are to a target now, and leaves all its other pairs as they are, but for their places. Part of the job `match.candidates`. */
const followPairs = command({
  name: 'match.follow',
  input: z.object({ ready: z.custom<News>((value) => typeof value === 'object') }),
  policy: matchPolicy.job,
  run: async (context, { ready: { target, news, pairs } }) => {
    const key = targetKey(target.kind, target.id)
    await changes.dropFits(context.tx, key, [...news.keys()])
    await fits.addFits(context.tx, key, fitsOf([...news.values()].flatMap((found) => found?.one ?? [])))
    await changes.trimFits(context.tx, key, mostFits)
    const chosen = pairs ? { chosen: await rankAgain(context, { target, news, pairs }) } : {}
    await context.audit('match.follow', target.kind, target.id, { count: news.size, ...chosen, weightsVersion: matchingVersion() })
  },
})

/** Chooses again among the pairs of a target as they are written and those of the candidates that changed. Answers how many were chosen. */
async function rankAgain(context: Context, { target, news }: News): Promise<number> {
  const key = targetKey(target.kind, target.id)
  const existing = await repo.listOfTarget(context.tx, key)
  const changed = new Map([...news].map(([id, found]) => [id, found && entryOf(target, found)]))
  // Whom somebody refused is among the best thirty as well, and nobody else comes in instead.
  const stored = new Map(existing.filter((row) => (row.rank > 0 || row.pinned || row.byHand || refused.includes(row.state)) && !changed.has(repo.candidateIdOf(row))).map((row) => [repo.candidateIdOf(row), storedEntry(row)]))
  const suiting = [...changed.values()].filter((entry) => entry !== null)
  const chosen = await keepPairs(context, { target, entries: [...stored.values(), ...suiting], again: (id) => changed.get(id) ?? stored.get(id) ?? null }, true)
  const had = existing.filter((row) => row.rank > 0 && changed.has(repo.candidateIdOf(row))).length
  await addFound(context.tx, key, suiting.length - had)
  return chosen
}

const entryOf = (target: OpenTarget['target'], { one, data, sections }: Found): Entry => ({ candidate: one.candidate, score: one.score, order: one.order, computed: (rank, alternate) => computedOf(target, one, sections, data, rank, alternate) })

function storedEntry(row: repo.KnownPair): Entry {
  const score = row.score.toNumber()
  return { candidate: { id: repo.candidateIdOf(row), kind: row.candidateKind, maxLoad: row.person?.maxLoad ?? row.broker?.maxLoad ?? null }, score, order: row.ranking > 0 ? row.ranking : score, computed: null }
}

/** Has targets matched as a whole. */
export const askForAll = command({
  name: 'match.recompute',
  input: z.object({ targets: z.custom<OpenTarget['target'][]>((value) => Array.isArray(value)) }),
  policy: matchPolicy.job,
  run: async (context, { targets }) => {
    for (const { kind, id } of targets) await askToMatch(context, { kind, id })
    await context.audit('match.recompute', 'match', targets[0]?.id ?? 'none', { count: targets.length })
  },
})

const ranksOf = ({ candidate, kind, ranking }: OpenPairRow): Ranks => ({ id: candidate, kind, order: ranking })

/** A candidate with its kin and its text, which cost the most: read only when a first look says that it may count, and once. Null for one that has just left. */
function withKin(lessons: Lessons, now: Date): (member: PoolMember) => Promise<Beside | null> {
  const read = async (member: PoolMember) => {
    const sections = (await textsOf(db(), [member], now)).get(member.id)
    const data = sections && (await candidateWithKin(db(), env().DATABASE_URL ?? '', member.id, sections, lessons))
    const place = data?.places.get(member.id)
    if (!data || place === undefined) return null
    return { sections, data, place, kin: kinshipOf(data.members.map((_, index) => data.held.likeness(index)), data.held.apart)(place) }
  }
  const known = new Map<string, ReturnType<typeof read>>()
  return (member) => {
    const found = known.get(member.id) ?? read(member)
    known.set(member.id, found)
    return found
  }
}

/** Scores a candidate with its kin, of whom only their own texts are asked. */
function scoreBeside(target: OpenTarget['target'], asking: Profile, { data: { members, lessons, held }, place, kin }: Beside, meaning: Meaning | null): ScoredMember | null {
  const member = members[place]
  const reading = readingWith(readingOf(asking, lessons, held), members, meaning)
  return member ? scored(target, member, { ...reading.of(place), kin: kinShare(kin, (index) => reading.of(index).own) }) : null
}

/**
 * Works out the pairs of some candidates that changed with every open target, and writes those that are kept, were kept or may interest the candidate. A target
 * whose next best nobody knows is matched as a whole, by a job of its own. Asks the search index, so that it must not be called inside a transaction.
 */
export async function followCandidates(changed: readonly Changed[], now: Date): Promise<void> {
  const pause = pauses()
  const data = await candidatesNow(db(), env().DATABASE_URL ?? '', changed.map(({ id }) => id))
  const pool = withKin(data.lessons, now)
  const mayBe = await allowing(db())
  const pairs = grouped(await openPairs(db(), now), ({ target }) => target)
  const fitting = new Map((await changes.fitsOfTargets(db(), changed.map(({ id }) => id))).map((one) => [one.target, one]))
  const whole: OpenTarget['target'][] = []
  for (const { target, asking, found, version } of await openTargets(now, pause)) {
    // Of another version it is matched as a whole in any case.
    if (version !== matchingVersion()) continue
    await pause()
    const rows = pairs.get(target.id) ?? []
    const ranked = rows.filter(({ rank, state }) => rank > 0 || refused.includes(state))
    const kept: Ranks[] = ranked.filter(({ state }) => !refused.includes(state)).map(ranksOf)
    const fit = fitting.get(target.id) ?? { count: 0, least: leastFit, among: [] }
    const keptFrom = barOf(ranked.map(ranksOf), found, leastScore)
    const bar = Math.min(keptFrom, fit.count < mostFits ? leastFit : fit.least)
    const paired = new Set(rows.map(({ candidate }) => candidate))
    const held = new Set([...paired, ...fit.among])
    const meaning = await meaningOf(target, data.members)
    const reading = readingWith(readingOf(asking, data.lessons, data.held), data.members, meaning)
    const news: News['news'] = new Map()
    for (const { id } of changed) {
      const member = data.members[data.places.get(id) ?? -1]
      const look = member && mayBe(target, member) ? scored(target, member, reading.of(data.places.get(id) ?? -1)) : null
      const kinMax = look?.parts.find(({ part }) => part === 'kin')?.max ?? 0
      if (!held.has(id) && (!look || look.order + kinMax < bar)) continue
      const near = look && member ? await pool(member) : null
      const one = near && scoreBeside(target, asking, near, meaning)
      const counts = one && suits(one)
      if (held.has(id) || (counts && one.order >= bar)) news.set(id, near && counts ? { one, ...near } : null)
    }
    if (news.size === 0) continue
    const orders = new Map([...news].map(([id, found]) => [id, found?.one.order ?? null]))
    const leftFits = fit.count >= mostFits && fit.among.some((id) => (orders.get(id) ?? 0) < fit.least)
    if (leftFits || mustLookAtAll(kept, found, orders)) whole.push(target)
    else await followPairs(system, { ready: { target, news, pairs: [...orders].some(([id, order]) => paired.has(id) || (order !== null && order >= keptFrom)) } }, { now })
  }
  if (whole.length > 0) await askForAll(system, { targets: whole }, { now })
}
