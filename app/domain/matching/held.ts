import { gatherKinship, kinShare, type Apart, type Kinship } from './kinship'
import { packing } from './packing'
import { gatherPostings } from './postings'
import { askedOf, gatherPool, relevance, spreadOf, type Asked, type Pool, type Profile, type Shares } from './score'
import { gatherSubjects, inCommon, type Leaning, type Subjects } from './subjects'

/** What a pool teaches: how rare its terms are, and which subjects they keep company with. */
export type Lessons = { pool: Pool; subjects: Subjects }
/** Texts that targets are compared with, by their places: what each reaches of what is asked, what it leans to, who is like it. */
export type Held = { shares: (asked: Asked) => ArrayLike<number>; leaning: (place: number) => Leaning; kinship: Kinship }
/** Lets others go first now and then. */
type Pause = () => Promise<void> | void

/** Learns from the texts of a pool and holds all of them, in lists that a target is looked up in. `holding` false: learns only. */
export async function learn(profiles: Iterable<Profile>, { apart = () => false, pause = () => {}, holding = true }: { apart?: Apart; pause?: Pause; holding?: boolean } = {}): Promise<{ lessons: Lessons; held: Held }> {
  const { pack, unpack } = packing()
  const counted = gatherPool()
  const packed = []
  for (const profile of profiles) {
    await pause()
    counted.add(profile)
    packed.push(pack(profile))
  }
  const pool = counted.done()
  const [postings, kinship, gathered] = [gatherPostings(), gatherKinship(pool), gatherSubjects(pool)]
  for (const one of packed) {
    await pause()
    const profile = unpack(one)
    gathered.add(profile)
    if (!holding) continue
    const spread = spreadOf(profile, pool)
    postings.add([...profile.terms].map(([term, found]) => [term, found / (found + spread)]))
    kinship.add(profile)
  }
  const subjects = gathered.done()
  const leanings: Leaning[] = []
  for (const one of holding ? packed : []) {
    await pause()
    leanings.push(subjects.of(unpack(one), true))
  }
  const { of } = postings.done()
  const shares = ({ worth, ideal }: Asked) => {
    const reached = new Float64Array(leanings.length)
    for (const [term, points] of worth) {
      const posting = of(term)
      if (!posting) continue
      const { places, values } = posting
      for (let at = 0; at < places.length; at++) {
        const place = places[at] ?? 0
        reached[place] = (reached[place] ?? 0) + points * (values[at] ?? 0)
      }
    }
    return ideal === 0 ? reached : reached.map((points) => points / ideal)
  }
  return { lessons: { pool, subjects }, held: { shares, leaning: (place) => leanings[place] ?? new Float32Array(0), kinship: kinship.done(apart) } }
}

/** Holds a few texts, for one target, by what a larger pool has taught. For so few, going through all of them is quicker than lists. */
export function holdFew(profiles: readonly Profile[], { pool, subjects }: Lessons, { apart = () => false, learntFrom = () => false }: { apart?: Apart; learntFrom?: (place: number) => boolean } = {}): Held {
  const leanings: Leaning[] = []
  let kinship: Kinship | undefined
  const allKin = () => {
    const { add, done } = gatherKinship(pool)
    profiles.forEach(add)
    return done(apart)
  }
  return {
    shares: (asked) => profiles.map((profile) => relevance(asked, profile, pool)),
    leaning: (place) => (leanings[place] ??= subjects.of(profiles[place] ?? { terms: new Map(), words: new Map(), length: 0 }, learntFrom(place))),
    kinship: (place) => (kinship ??= allKin())(place),
  }
}

/** What the text of a target asks of those that are held: by place, what each reaches with its own text, its subjects and its kin. */
export type Reading = (place: number, kin: boolean) => Shares

/** Reads a target against what is held. Kin cost the most, so that they can be left out of a first look. */
export function readingOf(asking: Profile, { pool, subjects }: Lessons, held: Held): Reading {
  const shares = held.shares(askedOf(asking, pool))
  const leaning = subjects.of(asking)
  return (place, kin) => ({ own: shares[place] ?? 0, kin: kin ? kinShare(held.kinship(place), shares) : 0, common: inCommon(leaning, held.leaning(place)) })
}
