import { describe, expect, it } from 'vitest'
import { canMove } from '~/domain/kernel/machine'
import { applicationMachine, choiceProblems, isUndecided, mayEdit, meanTotal, missing, nextPhase, scoresOpen, wayOf, weightedTotal } from './rules'
import { applicationStates } from './schema'

const allowed: Record<string, string[]> = {
  draft: ['submitted'],
  submitted: ['returned', 'under_review', 'not_selected', 'withdrawn'],
  returned: ['submitted', 'not_selected', 'withdrawn'],
  under_review: ['shortlisted', 'selected', 'not_selected', 'withdrawn'],
  shortlisted: ['selected', 'not_selected', 'withdrawn'],
  selected: ['withdrawn'],
  not_selected: ['under_review'],
  withdrawn: [],
}

describe('the states of an application', () => {
  const table = applicationStates.flatMap((from) => applicationStates.map((to) => [from, to, allowed[from]?.includes(to) ?? false] as const))
  it.each(table)('%s → %s: %s', (from, to, expected) => expect(canMove(applicationMachine, from, to)).toBe(expected))

  it('are undecided from submitted to shortlisted, and editable as a draft or when returned', () => {
    expect(applicationStates.filter(isUndecided)).toEqual(['submitted', 'returned', 'under_review', 'shortlisted'])
    expect(applicationStates.filter(mayEdit)).toEqual(['draft', 'returned'])
  })
})

const complete = { approach: '方案', iprProposal: '共有', noControl: true, termsAccepted: true, startsOn: '2027-01-01', endsOn: '2027-12-31', cost: '800000', evidence: { a: '依据', b: '依据' } }

describe('what an application must have', () => {
  it('is nothing more when it is complete', () => expect(missing(complete, ['a', 'b'])).toEqual([]))

  it.each([
    ['approach', { approach: '' }], ['iprProposal', { iprProposal: '' }], ['startsOn', { startsOn: null }], ['endsOn', { endsOn: null }], ['cost', { cost: null }],
    ['noControl', { noControl: false }], ['termsAccepted', { termsAccepted: false }], ['evidence.b', { evidence: { a: '依据', b: '' } }], ['evidence.b', { evidence: { a: '依据' } }],
  ] as const)('names %s', (path, values) => expect(missing({ ...complete, ...values } as typeof complete, ['a', 'b']).map((error) => error.path)).toEqual([path]))
})

describe('scores', () => {
  const criteria = [{ id: 'a', weight: 45 }, { id: 'b', weight: 25 }, { id: 'c', weight: 30 }]
  const score = (reviewerId: string, points: number[]) => points.map((value, index) => ({ reviewerId, criterionId: criteria[index]?.id ?? '', points: value }))

  it('are weighted by the published weights', () => {
    expect(weightedTotal(new Map([['a', 100], ['b', 100], ['c', 100]]), criteria)).toBe(100)
    expect(weightedTotal(new Map([['a', 80], ['b', 61], ['c', 70]]), criteria)).toBe(72.3)
  })

  it('are the mean over reviewers, each counting once', () => {
    expect(meanTotal([...score('x', [100, 100, 100]), ...score('y', [50, 50, 50])], criteria)).toEqual({ mean: 75, reviewers: 2 })
    expect(meanTotal([], criteria)).toBeNull()
  })

  it('stay closed to a reviewer who has not scored, until it is decided', () => {
    const given = score('x', [90, 90, 90])
    expect(scoresOpen(given, 'x', 'under_review')).toBe(true)
    expect(scoresOpen(given, 'y', 'under_review')).toBe(false)
    expect(scoresOpen(given, null, 'shortlisted')).toBe(false)
    expect(scoresOpen(given, 'y', 'selected')).toBe(true)
  })
})

describe('a choice', () => {
  const candidates = ['SQ-1', 'SQ-2', 'SQ-3']
  const reasons = { 'SQ-2': '指标未达到', 'SQ-3': '报价过高了' }
  it('needs a winner among the candidates, not too many, and a reason for each of the others', () => {
    const paths = (winners: string[], given: Record<string, string>, most = 1) => choiceProblems(candidates, winners, given, most).map(({ path }) => path)
    expect(paths(['SQ-1'], reasons)).toEqual([])
    expect(paths([], { ...reasons, 'SQ-1': '理由充分' })).toEqual(['winners'])
    expect(paths(['SQ-9'], { ...reasons, 'SQ-1': '理由充分' })).toEqual(['winners'])
    expect(paths(['SQ-1', 'SQ-2'], reasons)).toEqual(['winners'])
    expect(paths(['SQ-1', 'SQ-2'], reasons, 2)).toEqual([])
    expect(paths(['SQ-1', 'SQ-1'], reasons)).toEqual([])
    expect(paths(['SQ-1'], { 'SQ-2': '差' })).toEqual(['reasons.SQ-2', 'reasons.SQ-3'])
  })
})

it('decides phases in order, and none after a stop', () => {
  expect(nextPhase([])).toBe(1)
  expect(nextPhase([{ phase: 1, decision: 'proceed' }])).toBe(2)
  expect(nextPhase([{ phase: 1, decision: 'proceed' }, { phase: 2, decision: 'stop' }])).toBeNull()
  expect(nextPhase([{ phase: 1, decision: null }])).toBe(1)
})

describe('the way of an application', () => {
  const way = (state: (typeof applicationStates)[number], seen: string[]) => wayOf(state, seen.map((toState) => ({ toState }))).map((step) => `${step.state} ${step.place}`)
  it.each([
    ['draft', ['draft'], ['draft now', 'submitted next', 'under_review next', 'selected next']],
    ['returned', ['draft', 'submitted', 'returned'], ['draft done', 'returned now', 'under_review next', 'selected next']],
    ['shortlisted', ['draft', 'submitted', 'under_review'], ['draft done', 'submitted done', 'shortlisted now', 'selected next']],
    ['selected', ['draft', 'submitted', 'under_review', 'selected'], ['draft done', 'submitted done', 'under_review done', 'selected done']],
    ['not_selected', ['draft', 'submitted', 'not_selected'], ['draft done', 'submitted done', 'not_selected done']],
    ['withdrawn', ['draft', 'submitted', 'withdrawn'], ['draft done', 'submitted done', 'withdrawn done']],
  ] as const)('in %s', (state, seen, expected) => expect(way(state, [...seen])).toEqual(expected))
})
