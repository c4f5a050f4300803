import { describe, expect, it } from 'vitest'
import { canMove } from '~/domain/kernel/machine'
import { Decimal } from '~/domain/kernel/money'
import { assertMayAsk, closesAt, deadlineProblem, defaultCriteria, isListed, isShown, mayEdit, missing, needMachine, questionTimes, sameCriteria, statusOf, teamsOf, type Complete } from './rules'
import { needStates } from './schema'

const now = new Date('2026-11-20T02:00:00Z')
const later = new Date('2026-12-15T09:00:00Z')
const earlier = new Date('2026-11-19T09:00:00Z')

const allowed = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['changes_requested', 'published', 'withdrawn'],
  changes_requested: ['submitted', 'withdrawn'],
  published: ['awarded', 'cancelled', 'withdrawn'],
  closed: ['awarded', 'cancelled', 'unsuccessful', 'withdrawn'],
  awarded: ['published', 'contracted', 'cancelled'],
  contracted: [],
  cancelled: [],
  unsuccessful: [],
  withdrawn: [],
} as Record<string, string[]>

describe('the states of a need', () => {
  const table = needStates.flatMap((from) => needStates.map((to) => [from, to, allowed[from]?.includes(to) ?? false] as const))
  it.each(table)('%s → %s: %s', (from, to, expected) => expect(canMove(needMachine, from, to)).toBe(expected))

  it.each([
    ['published', later, 'published'],
    ['published', now, 'closed'],
    ['published', earlier, 'closed'],
    ['awarded', earlier, 'awarded'],
    ['draft', earlier, 'draft'],
  ] as const)('%s with a deadline at %s stands as %s', (state, deadline, expected) => expect(statusOf({ state, deadline }, now)).toBe(expected))

  it('is listed while it is or was open, shown when it ended in public, and gone when withdrawn', () => {
    expect(needStates.filter(isListed)).toEqual(['published', 'awarded', 'contracted', 'closed'])
    const shown = (publishedAt: Date | null) => needStates.filter((state) => isShown({ state, publishedAt }))
    expect(shown(earlier)).toEqual(['published', 'awarded', 'contracted', 'closed', 'cancelled', 'unsuccessful'])
    expect(shown(null)).not.toContain('cancelled')
  })

  it('can be edited as a draft, when returned, and while it is public', () => {
    expect(needStates.filter(mayEdit)).toEqual(['draft', 'changes_requested', 'published', 'closed'])
  })

  it('stops taking applications at its deadline or its award, whichever is first', () => {
    expect(closesAt({ deadline: later, awardedAt: now })).toEqual(now)
    expect(closesAt({ deadline: earlier, awardedAt: now })).toEqual(earlier)
    expect(closesAt({ deadline: later, awardedAt: null })).toEqual(later)
  })
})

const complete: Complete = {
  problem: '问题', indicators: '指标', goal: '目标', keywords: ['视觉'], modes: ['joint_development'], field: 'transport', contactName: '陈工', contactPhone: '023-49800000',
  fundingKind: 'range', fundingMin: new Decimal(800_000), fundingMax: new Decimal(1_200_000), startsOn: '2027-01-01', endsOn: '2027-12-31', deadline: later, criteria: [{ name: '方案', description: '', weight: 100 }],
}

describe('what a need must have before the reviewer sees it', () => {
  it('is nothing more when it is complete', () => expect(missing(complete, now)).toEqual([]))

  it.each([
    ['problem', { problem: '' }], ['indicators', { indicators: '' }], ['goal', { goal: '' }], ['keywords', { keywords: [] }], ['field', { field: '' }], ['modes', { modes: [] }],
    ['startsOn', { startsOn: null }], ['endsOn', { endsOn: null }], ['fundingMin', { fundingMin: null }], ['fundingMax', { fundingMax: null }], ['criteria', { criteria: [] }],
    ['contactName', { contactName: '' }], ['contactPhone', { contactPhone: null }], ['deadline', { deadline: null }], ['deadline', { deadline: now }],
  ] as const)('names %s', (path, values) => expect(missing({ ...complete, ...values } as Complete, now).map((error) => error.path)).toEqual([path]))

  it('asks for no amounts where the funding is to be agreed', () => {
    expect(missing({ ...complete, fundingKind: 'negotiable', fundingMin: null, fundingMax: null }, now)).toEqual([])
  })
})

describe('a published need', () => {
  it('keeps or moves back its deadline, never forward and never into the past', () => {
    expect(deadlineProblem(later, later, now)).toBeNull()
    expect(deadlineProblem(later, new Date('2027-01-15T09:00:00Z'), now)).toBeNull()
    expect(deadlineProblem(later, new Date('2026-12-01T09:00:00Z'), now)?.message.key).toBe('need.deadline_earlier')
    expect(deadlineProblem(earlier, earlier, now)?.message.key).toBe('time.in_the_past')
    expect(deadlineProblem(earlier, later, now)).toBeNull()
  })

  it('tells changed criteria from the same ones, whatever else their rows carry', () => {
    const stored = [{ id: 'x', name: '方案', description: '', weight: 100 }]
    expect(sameCriteria(stored, [{ name: '方案', description: '', weight: 100 }])).toBe(true)
    expect(sameCriteria(stored, [{ name: '方案', description: '看指标', weight: 100 }])).toBe(false)
    expect(sameCriteria(stored, [{ name: '方案', description: '', weight: 60 }, { name: '费用', description: '', weight: 40 }])).toBe(false)
  })
})

describe('questions', () => {
  const settings = { questionsCloseDays: 2, answersDueDays: 1 }
  const deadline = new Date('2025-10-15T09:00:00Z')

  it('close two working days before the deadline and are answered one day before, at its time of day', () => {
    expect(questionTimes(deadline, settings, new Map())).toEqual({ close: new Date('2025-10-13T09:00:00Z'), answersDue: new Date('2025-10-14T09:00:00Z') })
  })

  it('leave out weekends and holidays and count make-up days', () => {
    const monday = new Date('2025-10-13T09:00:00Z')
    expect(questionTimes(monday, settings, new Map()).close).toEqual(new Date('2025-10-09T09:00:00Z'))
    expect(questionTimes(monday, settings, new Map([['2025-10-11', true]])).close).toEqual(new Date('2025-10-10T09:00:00Z'))
    expect(questionTimes(monday, settings, new Map([['2025-10-10', false]])).close).toEqual(new Date('2025-10-08T09:00:00Z'))
  })

  it('are taken until that moment, and only while the need is open', () => {
    const times = questionTimes(deadline, settings, new Map())
    const ask = (state: 'published' | 'awarded', at: string) => () => assertMayAsk({ state, deadline }, times, new Date(at))
    expect(ask('published', '2025-10-13T08:59:59Z')).not.toThrow()
    expect(ask('published', '2025-10-13T09:00:00Z')).toThrow('need.questions_over')
    expect(ask('awarded', '2025-10-10T09:00:00Z')).toThrow('need.questions_over')
  })
})

it('chooses one by open call and two in a parallel race unless it says otherwise', () => {
  expect(teamsOf({ selection: 'open_call', teams: null })).toBe(1)
  expect(teamsOf({ selection: 'parallel', teams: null })).toBe(2)
  expect(teamsOf({ selection: 'parallel', teams: 3 })).toBe(3)
})

it('offers default criteria whose weights sum to 100', () => {
  expect(defaultCriteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
})
