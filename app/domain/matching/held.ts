import { kinShare, kinshipOf, likenessOf, type Apart, type Likeness } from './kinship'
import { profileOf, type Profile } from './profile'
import { askedOf, gatherPool, relevance, type Pool } from './relevance'
import type { Shares } from './score'
import { inCommon, subjectsOf, type Leaning, type Subjects } from './subjects'

/** What a pool teaches: how rare its terms are, and which subjects they keep company with. */
export type Lessons = { pool: Pool; subjects: Subjects }
/** Texts that targets are compared with, by their places: their terms, what each leans to, what it is like others by, and which two are of one house. */
export type Held = { profiles: readonly Profile[]; leaning: (place: number) => Leaning; likeness: (place: number) => Likeness; apart: Apart }
/** Lets others go first now and then. */
export type Pause = () => Promise<void> | void

export async function learn(profiles: readonly Profile[], pause: Pause = () => {}): Promise<Lessons> {
  const counted = gatherPool()
  for (const profile of profiles) {
    await pause()
    counted.add(profile)
  }
  const pool = counted.done()
  return { pool, subjects: await subjectsOf(profiles, pool, pause) }
}

/** Holds texts by what a pool has taught; what one leans to and is like others by is worked out when it is first asked for, then kept. `learntFrom`: which of them that pool had. */
export function hold(profiles: readonly Profile[], { pool, subjects }: Lessons, { apart = () => false, learntFrom = () => true }: { apart?: Apart; learntFrom?: (place: number) => boolean } = {}): Held {
  const leanings: Leaning[] = []
  const likenesses: Likeness[] = []
  const of = (place: number) => profiles[place] ?? profileOf([])
  return {
    profiles,
    apart,
    leaning: (place) => (leanings[place] ??= subjects.of(of(place), learntFrom(place))),
    likeness: (place) => (likenesses[place] ??= likenessOf(of(place), pool)),
  }
}

/** What the text of a target asks of those that are held: by place, what each reaches with its own text and its subjects; and, among some of them, with its kin. */
export type Reading = { of: (place: number) => Shares; among: (near: readonly number[]) => (place: number) => Shares }

/** A first glance at a text: what it reaches itself, and a guess at its subjects. */
export function glanceOf(asking: Profile, { pool, subjects }: Lessons): (profile: Profile) => Shares {
  const [asked, ours] = [askedOf(asking, pool), subjects.of(asking)]
  return (profile) => ({ own: relevance(asked, profile, pool), kin: 0, common: inCommon(ours, subjects.guess(profile)) })
}

/** Reads a target against what is held. Kin cost the most: they are looked for only among those who are near. */
export function readingOf(asking: Profile, { pool, subjects }: Lessons, { profiles, leaning, likeness, apart }: Held): Reading {
  const asked = askedOf(asking, pool)
  const ours = subjects.of(asking)
  const known: Shares[] = []
  const of = (place: number): Shares => {
    const profile = profiles[place]
    return (known[place] ??= { own: profile ? relevance(asked, profile, pool) : 0, kin: 0, common: inCommon(ours, leaning(place)) })
  }
  const among = (near: readonly number[]) => {
    const kinship = kinshipOf(near.map(likeness), (one, other) => apart(near[one] ?? -1, near[other] ?? -1))
    const indexOf = new Map(near.map((place, index) => [place, index]))
    return (place: number): Shares => ({ ...of(place), kin: kinShare(kinship(indexOf.get(place) ?? -1), (index) => of(near[index] ?? -1).own) })
  }
  return { of, among }
}
