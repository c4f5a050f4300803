import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assign, giniOf, reservedOf, spreadOf, type Pair } from './assign'
import { choose } from './rules'
import { candidateKinds, type CandidateKind } from './schema'

const pair = (target: string, id: string, order: number, more: { kind?: CandidateKind; fixed?: boolean } = {}): Pair => ({ target, candidate: { id, kind: more.kind ?? 'person' }, order, fixed: more.fixed })
const idsOf = (chosen: Map<string, Pair[]>, target: string) => (chosen.get(target) ?? []).map(({ candidate }) => candidate.id)
const sumOf = (chosen: Map<string, Pair[]>) => [...chosen.values()].flat().reduce((sum, { order }) => sum + order, 0)

/** A small district at random: up to six targets, six candidates of any kind, a score for each pair that there is. */
const districts = fc.record({
  kinds: fc.array(fc.constantFrom(...candidateKinds), { minLength: 1, maxLength: 6 }),
  scores: fc.array(fc.array(fc.option(fc.integer({ min: 20, max: 100 }), { freq: 2 }), { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
  places: fc.integer({ min: 1, max: 5 }),
  rooms: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
})
type District = typeof districts extends fc.Arbitrary<infer Value> ? Value : never

const pairsOf = ({ kinds, scores }: District): Pair[] =>
  scores.flatMap((row, target) => kinds.flatMap((kind, index) => (row[index] == null ? [] : [pair(`t${target}`, `c${index}`, row[index], { kind })])))
const roomIn = ({ rooms }: District) => (id: string) => rooms[Number(id.slice(1))] ?? 0

type Edge = { to: number; back: number; room: number; cost: number }

/** The least cost of as much flow as lowers it, from 0 to 1 (Bellman-Ford, path by path): exact, and slow. */
function leastCost(arcs: { from: number; to: number; room: number; cost: number }[], nodes: number): number {
  const graph: Edge[][] = Array.from({ length: nodes }, () => [])
  for (const { from, to, room, cost } of arcs) {
    graph[from]?.push({ to, room, cost, back: graph[to]?.length ?? 0 })
    graph[to]?.push({ to: from, room: 0, cost: -cost, back: (graph[from]?.length ?? 1) - 1 })
  }
  for (let total = 0; ; ) {
    const far = graph.map((_edges, node) => (node === 0 ? 0 : Infinity))
    const via: (Edge & { from: number })[] = []
    for (let again = true; again; ) {
      again = false
      for (const [from, edges] of graph.entries())
        for (const edge of edges) {
          if (edge.room > 0 && (far[from] ?? Infinity) + edge.cost < (far[edge.to] ?? Infinity) - 1e-9) {
            far[edge.to] = (far[from] ?? Infinity) + edge.cost
            via[edge.to] = Object.assign(edge, { from })
            again = true
          }
        }
    }
    if (!((far[1] ?? Infinity) < 0)) return total
    total += far[1] ?? 0
    for (let node = 1; node !== 0; node = via[node]?.from ?? 0) {
      const edge = via[node]
      if (!edge) break
      edge.room -= 1
      const opposite = graph[edge.to]?.[edge.back]
      if (opposite) opposite.room += 1
    }
  }
}

/** The best sum under the places of the kinds and the room of the candidates; with `bonus` for each target that is served. */
function best(district: District, bonus = 0, kinds = true): number {
  const pairs = pairsOf(district)
  const names = ['source', 'sink']
  const node = (name: string) => (names.includes(name) ? names.indexOf(name) : names.push(name) - 1)
  const arcs: Parameters<typeof leastCost>[0] = []
  const free = district.places - candidateKinds.reduce((sum, kind) => sum + reservedOf(district.places, kind), 0)
  for (const target of new Set(pairs.map((one) => one.target))) {
    arcs.push({ from: 0, to: node(target), room: 1, cost: -bonus }, { from: 0, to: node(target), room: district.places - 1, cost: 0 })
    arcs.push({ from: node(target), to: node(`${target} free`), room: kinds ? free : district.places, cost: 0 })
    for (const kind of candidateKinds) {
      arcs.push({ from: node(target), to: node(`${target} ${kind}`), room: reservedOf(district.places, kind), cost: 0 })
      arcs.push({ from: node(`${target} free`), to: node(`${target} ${kind}`), room: district.places, cost: 0 })
    }
  }
  for (const { target, candidate, order } of pairs) arcs.push({ from: node(`${target} ${candidate.kind}`), to: node(candidate.id), room: 1, cost: -order })
  for (const id of new Set(pairs.map((one) => one.candidate.id))) arcs.push({ from: node(id), to: 1, room: roomIn(district)(id), cost: 0 })
  return 0 - leastCost(arcs, names.length)
}

describe('the fair assignment', () => {
  it('gives nobody more than they have room for, and no target more than its places', () => {
    fc.assert(
      fc.property(districts, (district) => {
        const pairs = pairsOf(district)
        const { chosen } = assign({ pairs, places: district.places, alternates: 3, room: roomIn(district) })
        const loads = new Map<string, number>()
        for (const list of chosen.values()) {
          expect(list.length).toBeLessThanOrEqual(district.places)
          for (const { candidate } of list) loads.set(candidate.id, (loads.get(candidate.id) ?? 0) + 1)
        }
        for (const [id, load] of loads) expect(load).toBeLessThanOrEqual(roomIn(district)(id))
      }),
    )
  })

  it('serves as many targets as any assignment can', () => {
    fc.assert(
      fc.property(districts, (district) => {
        const { chosen } = assign({ pairs: pairsOf(district), places: district.places, alternates: 0, room: roomIn(district) })
        const served = [...chosen.values()].filter((list) => list.length > 0).length
        expect(served).toBe(Math.floor(best({ ...district, places: 1 }, 10_000, false) / 10_000))
      }),
      { numRuns: 300 },
    )
  })

  it('brings at least half of the best sum, and nearly all of it as a rule', () => {
    const shares: number[] = []
    fc.assert(
      fc.property(districts, (district) => {
        const most = best(district)
        const reached = sumOf(assign({ pairs: pairsOf(district), places: district.places, alternates: 0, room: roomIn(district) }).chosen)
        if (most > 0) shares.push(Math.min(1, reached / most))
        expect(reached).toBeGreaterThanOrEqual(most / 2)
      }),
      { numRuns: 300, seed: 4 },
    )
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(0.97)
  })

  it('chooses as for one target alone where there is room for all', () => {
    fc.assert(
      fc.property(districts, (district) => {
        const pairs = pairsOf(district)
        const { chosen, standBy } = assign({ pairs, places: district.places, alternates: 2, room: () => 99 })
        for (const target of new Set(pairs.map((one) => one.target))) {
          const alone = choose(pairs.filter((one) => one.target === target), district.places, 2)
          expect([idsOf(chosen, target), idsOf(standBy, target)]).toEqual([alone.chosen, alone.standBy].map((list) => list.map(({ candidate }) => candidate.id)))
        }
      }),
    )
  })

  it('gives the same for any order of its input', () => {
    fc.assert(
      fc.property(districts, (district) => {
        const run = (pairs: Pair[]) => [...assign({ pairs, places: district.places, alternates: 2, room: roomIn(district) }).chosen.values()].flat().map((one) => `${one.target} ${one.candidate.id}`).sort()
        expect(run([...pairsOf(district)].reverse())).toEqual(run(pairsOf(district)))
      }),
    )
  })

  it('lets the only one of a target go to it, over two steps', () => {
    const pairs = [pair('a', 'x', 90), pair('a', 'y', 80), pair('b', 'y', 70), pair('b', 'z', 60), pair('c', 'x', 50)]
    const { chosen } = assign({ pairs, places: 1, alternates: 1, room: () => 1 })
    expect([idsOf(chosen, 'a'), idsOf(chosen, 'b'), idsOf(chosen, 'c')]).toEqual([['y'], ['z'], ['x']])
  })

  it('keeps a fixed pair however low it is, and counts its place', () => {
    const pairs = [pair('a', 'low', 10, { fixed: true }), pair('a', 'high', 90), pair('a', 'next', 80)]
    const { chosen, standBy } = assign({ pairs, places: 2, alternates: 1, room: () => 1 })
    expect([idsOf(chosen, 'a'), idsOf(standBy, 'a')]).toEqual([['high', 'low'], ['next']])
  })

  it('never takes a fixed pair away for another target', () => {
    const pairs = [pair('a', 'x', 90, { fixed: true }), pair('a', 'y', 80, { fixed: true }), pair('b', 'x', 95)]
    expect(idsOf(assign({ pairs, places: 2, alternates: 0, room: () => 0 }).chosen, 'b')).toEqual([])
  })

  it('is nothing for nothing', () => {
    expect(assign({ pairs: [], places: 3, alternates: 1, room: () => 1 }).chosen.size).toBe(0)
  })
})

describe('the spread of load', () => {
  it('says who has how much', () => {
    const pairs = [pair('a', 'x', 90), pair('b', 'x', 80), pair('c', 'y', 70)]
    expect(spreadOf(new Map([['a', pairs.slice(0, 1)], ['b', pairs.slice(1, 2)]]), pairs)).toEqual({ pairs: 2, sum: 170, most: 2, gini: 0.5, candidates: 1, without: 1, targets: 3 })
  })

  it.each([[[], 0], [[0, 0], 0], [[3, 3, 3], 0], [[0, 0, 0, 4], 0.75]])('of %j is %d', (loads, gini) => {
    expect(giniOf(loads)).toBeCloseTo(gini)
  })
})
