import { grouped } from '~/domain/kernel/grouped'
import { candidateKinds, type CandidateKind } from './schema'
import { kindShare } from './weights'

/*
 * Who is suggested to whom over all open needs and scenarios, so that nobody is flooded and no target is left without a
 * candidate that could have one. Pure: pairs with their scores in, the chosen ones out.
 *
 * 1. Greedy by score. At a target each kind has places of its own (`kindShare`) and some are free for all: such sets are
 *    a matroid, and so are the capacities of the candidates. Greedy in the intersection of two matroids brings at least
 *    half of the best sum that is possible (Korte and Hausmann 1978).
 * 2. A target that got nobody takes a candidate from one that keeps another, over as many steps as it takes: an augmenting
 *    path (Berge 1957). In the end no assignment within the capacities serves more targets.
 * 3. Places that are still empty go to whoever has room, by score, whatever the kind.
 *
 * The tests measure 1 against the exact optimum (a flow of least cost).
 */

/** `fixed`: decided by people, told or pinned; it keeps its place, and no room is counted for it. */
export type Pair = { target: string; candidate: { id: string; kind: CandidateKind }; order: number; fixed?: boolean }
export type Assigning<P extends Pair> = { pairs: readonly P[]; places: number; alternates: number; /** How many more suggestions a candidate may hold. */ room: (candidateId: string) => number }
/** By target, best first. */
export type Assigned<P extends Pair> = { chosen: Map<string, P[]>; standBy: Map<string, P[]> }

export const byOrder = (one: Pair, other: Pair) => other.order - one.order || compare(one.target, other.target) || compare(one.candidate.id, other.candidate.id)
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

export const reservedOf = (places: number, kind: CandidateKind) => Math.floor(places * kindShare[kind])

/** The places of one target. */
class Places<P extends Pair> {
  readonly held = new Set<P>()
  constructor(private readonly places: number) {}

  /** Whether a pair of this kind fits beside those that are held, each kind in its own places and the free ones. */
  fits(kind: CandidateKind): boolean {
    let [free, own] = [this.places, 0]
    for (const one of candidateKinds) free -= reservedOf(this.places, one)
    for (const one of candidateKinds) {
      const count = [...this.held].filter((pair) => pair.candidate.kind === one).length + (one === kind ? 1 : 0)
      own += Math.max(0, count - reservedOf(this.places, one))
    }
    return this.held.size < this.places && own <= free
  }

  get full() {
    return this.held.size >= this.places
  }
}

/** Chooses for all targets at once. Equals keep the order of their ids, so that the same input gives the same choice. */
export function assign<P extends Pair>({ pairs, places, alternates, room }: Assigning<P>): Assigned<P> {
  const sorted = [...pairs].sort(byOrder)
  const targets = new Map<string, Places<P>>()
  const left = new Map<string, number>()
  for (const { target, candidate } of sorted) {
    if (!targets.has(target)) targets.set(target, new Places(places))
    if (!left.has(candidate.id)) left.set(candidate.id, Math.max(0, room(candidate.id)))
  }
  const at = (target: string) => targets.get(target) as Places<P>
  const roomOf = (pair: P) => left.get(pair.candidate.id) ?? 0
  const take = (pair: P) => {
    at(pair.target).held.add(pair)
    if (!pair.fixed) left.set(pair.candidate.id, roomOf(pair) - 1)
  }
  const give = (pair: P) => {
    at(pair.target).held.delete(pair)
    left.set(pair.candidate.id, roomOf(pair) + 1)
  }

  for (const pair of sorted) if (pair.fixed) take(pair)
  const open = sorted.filter((pair) => !pair.fixed)
  for (const pair of open) if (roomOf(pair) > 0 && at(pair.target).fits(pair.candidate.kind)) take(pair)
  serveTheEmpty(open, targets, roomOf, take, give)
  for (const pair of open) if (roomOf(pair) > 0 && !at(pair.target).full && !at(pair.target).held.has(pair)) take(pair)

  const chosen = new Map([...targets].map(([target, { held }]) => [target, [...held].sort(byOrder)]))
  const standBy = new Map<string, P[]>([...targets.keys()].map((target) => [target, []]))
  for (const pair of open) {
    const waiting = standBy.get(pair.target)
    if (waiting && waiting.length < alternates && !at(pair.target).held.has(pair)) waiting.push(pair)
  }
  return { chosen, standBy }
}

/** Gives every target that got nobody one, as long as that leaves no other without. */
function serveTheEmpty<P extends Pair>(open: readonly P[], targets: Map<string, Places<P>>, roomOf: (pair: P) => number, take: (pair: P) => void, give: (pair: P) => void) {
  const empty = [...targets].filter(([, { held }]) => held.size === 0).map(([target]) => target)
  if (empty.length === 0) return
  const [byTarget, byCandidate] = [grouped(open, (pair) => pair.target), grouped(open, (pair) => pair.candidate.id)]
  for (const start of empty) {
    /** How a target was reached: what it would give up, and the pair that takes its candidate. */
    const reached = new Map<string, { taken: P; given: P } | null>([[start, null]])
    const waiting = [start]
    search: for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
      for (const pair of byTarget.get(target) ?? []) {
        if (roomOf(pair) > 0) {
          follow(target, pair)
          break search
        }
        for (const held of byCandidate.get(pair.candidate.id) ?? []) {
          const owner = targets.get(held.target)
          if (!owner?.held.has(held) || reached.has(held.target)) continue
          reached.set(held.target, { taken: pair, given: held })
          if (owner.held.size > 1) {
            follow(held.target, null)
            break search
          }
          waiting.push(held.target)
        }
      }
    }
    function follow(end: string, last: P | null) {
      for (let step = reached.get(end), target = end, taken = last; ; step = reached.get(target)) {
        if (step) give(step.given)
        if (taken) take(taken)
        if (!step) return
        taken = step.taken
        target = step.taken.target
      }
    }
  }
}

/** What a choice is like: the sum of its scores, how evenly it loads the candidates, and who is left without one. */
export type Spread = { pairs: number; sum: number; most: number; gini: number; candidates: number; without: number; targets: number }

/** `all` are those who could have been chosen: a candidate who got nothing counts in the spread of load. `weighs` says what is load to a candidate. */
export function spreadOf<P extends Pair>(chosen: Map<string, readonly P[]>, all: readonly P[], weighs: (pair: P) => boolean = () => true): Spread {
  const loads = new Map<string, number>(all.map(({ candidate }) => [candidate.id, 0]))
  let [pairs, sum] = [0, 0]
  for (const list of chosen.values()) {
    for (const pair of list) {
      if (weighs(pair)) loads.set(pair.candidate.id, (loads.get(pair.candidate.id) ?? 0) + 1)
      pairs += 1
      sum += pair.order
    }
  }
  const targets = new Set(all.map(({ target }) => target))
  return { pairs, sum, most: Math.max(0, ...loads.values()), gini: giniOf([...loads.values()]), candidates: [...loads.values()].filter((load) => load > 0).length, without: [...targets].filter((target) => (chosen.get(target) ?? []).length === 0).length, targets: targets.size }
}

/** 0: everyone has the same; near 1: one has all. */
export function giniOf(loads: readonly number[]): number {
  const sorted = [...loads].sort((one, other) => one - other)
  const sum = sorted.reduce((total, load) => total + load, 0)
  if (sum === 0) return 0
  const weighted = sorted.reduce((total, load, index) => total + load * (2 * (index + 1) - sorted.length - 1), 0)
  return weighted / (sorted.length * sum)
}
