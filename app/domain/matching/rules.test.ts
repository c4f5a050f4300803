import { describe, expect, it } from 'vitest'
import { DomainError } from '~/domain/kernel/errors'
import { assertMove, canMove } from '~/domain/kernel/machine'
import { allowed, conflictKey, hardChecks, type Hard } from './constraints'
import { choose, isTouched, matchMachine, reasonsOf, roomOf, sticky } from './rules'
import { matchStates, type CandidateKind, type MatchPart, type MatchState } from './schema'

/** What may follow, as domain.md says it: suggested → notified → accepted / declined → met → applied → contracted; excluded by a reviewer. */
const table: Record<MatchState, MatchState[]> = {
  suggested: ['notified', 'accepted', 'declined', 'applied', 'excluded'],
  notified: ['accepted', 'declined', 'met', 'applied', 'excluded'],
  accepted: ['declined', 'met', 'applied', 'excluded'],
  declined: ['accepted', 'applied'],
  met: ['declined', 'applied', 'contracted'],
  applied: ['met', 'contracted'],
  contracted: [],
  excluded: ['suggested'],
}

describe('the states of a match', () => {
  const steps = matchStates.flatMap((from) => matchStates.map((to) => [from, to] as const))

  it.each(steps)('%s → %s', (from, to) => {
    expect(canMove(matchMachine, from, to)).toBe(table[from].includes(to))
    if (table[from].includes(to)) return assertMove(matchMachine, from, to)
    try {
      assertMove(matchMachine, from, to)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError)
      expect(error).toMatchObject({ code: 'conflict', said: { key: 'error.wrong_state' }, detail: { entity: 'match', from, to } })
    }
  })

  it('keep whatever people decided', () => expect([...sticky].sort()).toEqual(['accepted', 'applied', 'contracted', 'declined', 'excluded', 'met']))
})

describe('the choice', () => {
  const one = (id: string, order: number, kind: CandidateKind = 'person') => ({ candidate: { id, kind }, order })
  const ids = (list: { candidate: { id: string } }[]) => list.map(({ candidate }) => candidate.id)

  it('takes the best and keeps alternates behind them, equal ones by their ids', () => {
    const all = [one('d', 40), one('b', 60), one('c', 60), one('a', 20), one('e', 90)]
    for (const given of [all, [...all].reverse()]) {
      const { chosen, standBy } = choose(given, 2, 2)
      expect([ids(chosen), ids(standBy)]).toEqual([['e', 'b'], ['c', 'd']])
    }
  })

  it('keeps places for each kind, and gives what a kind leaves empty to the best of the others', () => {
    const results = Array.from({ length: 12 }, (_one, n) => one(`r${String(n).padStart(2, '0')}`, 90 - n, 'achievement'))
    const others = [one('p1', 50), one('p2', 49), one('i1', 40, 'institute'), one('b1', 30, 'broker'), one('b2', 29, 'broker')]
    const { chosen, standBy } = choose([...results, ...others], 10, 3)
    expect(ids(chosen)).toEqual(['r00', 'r01', 'r02', 'r03', 'r04', 'r05', 'p1', 'p2', 'i1', 'b1'])
    expect(ids(standBy)).toEqual(['r06', 'r07', 'r08'])
  })

  it('has fewer when there are fewer', () => expect(choose([one('a', 1)], 3, 3)).toEqual({ chosen: [one('a', 1)], standBy: [] }))
})

describe('what must hold before a pair is scored', () => {
  const facts: Hard = { ownerIds: ['owner', 'lead'], candidateOrganisationIds: ['institute'], conflicts: new Set(), kind: 'person', load: 2, maxLoad: 3, availableFrom: null, neededAt: new Date('2026-12-01T00:00:00Z') }
  const day = (text: string) => new Date(`${text}T00:00:00Z`)

  it.each<[string, Partial<Hard>, string[]]>([
    ['all is well', {}, []],
    ['its own organisation', { candidateOrganisationIds: ['institute', 'lead'] }, ['own']],
    ['a declared conflict', { conflicts: new Set([conflictKey('institute', 'owner')]) }, ['conflict']],
    ['the conflict declared by the other side', { conflicts: new Set([conflictKey('owner', 'institute')]) }, ['conflict']],
    ['a conflict of others', { conflicts: new Set([conflictKey('institute', 'third')]) }, []],
    ['a full load', { load: 3 }, ['load']],
    ['more than a full load', { load: 9, maxLoad: 0 }, ['load']],
    ['no limit', { load: 900, maxLoad: null }, []],
    ['available too late', { availableFrom: day('2026-12-02') }, ['available']],
    ['available on the day', { availableFrom: day('2026-12-01') }, []],
    ['needed without a date', { availableFrom: day('2030-01-01'), neededAt: null }, []],
    ['nobody’s organisation', { candidateOrganisationIds: [] }, []],
    ['two at once', { candidateOrganisationIds: ['owner'], load: 3 }, ['own', 'load']],
  ])('%s', (_name, more, failing) => {
    const checks = hardChecks({ ...facts, ...more })
    expect(checks.filter(({ ok }) => !ok).map(({ check }) => check)).toEqual(failing)
    expect(checks.map(({ check }) => check)).toEqual(['own', 'conflict', 'load', 'available'])
    expect(allowed({ ...facts, ...more })).toBe(failing.length === 0)
  })
})

describe('what people had a hand in', () => {
  const alone = { state: 'suggested' as const, byHand: false, pinned: false, correction: null, accompaniedBy: null }
  it('is everything but a suggestion that nobody has touched', () => {
    expect(isTouched(alone)).toBe(false)
    for (const more of [{ byHand: true }, { pinned: true }, { correction: '都做制动' }, { accompaniedBy: 'broker' }, ...matchStates.filter((state) => state !== 'suggested').map((state) => ({ state }))]) expect(isTouched({ ...alone, ...more })).toBe(true)
  })
})

describe('the room of a candidate', () => {
  it.each([[8, null, 0, 0, 8], [8, null, 20, 3, 5], [8, 2, 0, 0, 2], [8, 2, 1, 0, 1], [8, 2, 1, 1, 0], [8, 2, 3, 0, 0], [1, 10, 0, 4, 0], [8, 0, 0, 0, 0]])('of %j, with a limit of %j, %j at work and %j open, is %j', (most, maxLoad, load, held, room) => {
    expect(roomOf({ most, maxLoad, load, held })).toBe(room)
  })
})

describe('the reasons of a list', () => {
  const part = (name: MatchPart['part'], points: number): MatchPart => ({ part: name, points, max: 10, reason: { key: `match.part.${name}` } })
  const keys = (...parts: MatchPart[]) => reasonsOf(parts).map(({ key }) => key)
  it('are the two most telling of those that bring a fair share, never nearness alone', () => {
    expect(keys(part('area', 10), part('field', 10), part('text', 5), part('subject', 6))).toEqual(['match.part.subject', 'match.part.text'])
    expect(keys(part('area', 10), part('field', 10), part('text', 1), part('subject', 1))).toEqual(['match.part.field'])
    expect(keys(part('area', 10), part('text', 2), part('subject', 1))).toEqual(['match.part.text'])
    expect(keys()).toEqual([])
  })
})
