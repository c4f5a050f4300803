import { describe, expect, it } from 'vitest'
import { canMove } from '~/domain/kernel/machine'
import { dueByNow, landingMachine, publicationMachine, serialOf, windowState, yearProgress } from './rules'
import { landings, publications } from './schema'

describe('publication', () => {
  const allowed = new Set([
    'draft>submitted', 'draft>withdrawn', 'submitted>changes_requested', 'submitted>approved', 'submitted>withdrawn', 'changes_requested>submitted', 'changes_requested>withdrawn',
    'approved>published', 'approved>withdrawn', 'published>archived', 'published>withdrawn',
  ])
  it.each(publications.flatMap((from) => publications.map((to) => [from, to] as const)))('%s → %s', (from, to) => {
    expect(canMove(publicationMachine, from, to)).toBe(allowed.has(`${from}>${to}`))
  })
})

describe('landing', () => {
  const allowed = new Set(['reserve>in_contact', 'reserve>in_progress', 'reserve>shelved', 'in_contact>reserve', 'in_contact>in_progress', 'in_contact>landed', 'in_contact>shelved', 'in_progress>in_contact', 'in_progress>landed', 'in_progress>shelved', 'shelved>reserve', 'shelved>in_contact'])
  it.each(landings.flatMap((from) => landings.map((to) => [from, to] as const)))('%s → %s', (from, to) => {
    expect(canMove(landingMachine, from, to)).toBe(allowed.has(`${from}>${to}`))
  })
})

describe('window', () => {
  const now = new Date('2026-11-20T02:00:00Z')
  const at = (text: string) => new Date(text)
  it.each([
    ['none is open', null, null, 'open'],
    ['not yet', at('2026-11-20T02:00:01Z'), null, 'upcoming'],
    ['just opened', at('2026-11-20T02:00:00Z'), null, 'open'],
    ['a week left', null, at('2026-11-27T02:00:00Z'), 'closing_soon'],
    ['over a week left', null, at('2026-11-27T02:00:01Z'), 'open'],
    ['at its end', null, at('2026-11-20T02:00:00Z'), 'closed'],
  ] as const)('%s', (_name, opensAt, closesAt, state) => expect(windowState({ opensAt, closesAt }, now)).toBe(state))
})

it('writes a serial', () => expect(serialOf(2026, 3, 17)).toBe('2026-03-017'))

it('counts the year: published, in review, still to collect', () => {
  const counts = { draft: 8, submitted: 5, changes_requested: 1, approved: 3, published: 80, archived: 3, withdrawn: 2 }
  expect(yearProgress(counts, 100)).toEqual({ published: 83, inReview: 9, toCollect: 8 })
  expect(yearProgress({ ...counts, published: 120 }, 100).toCollect).toBe(0)
})

it('spreads the plan evenly over the year', () => {
  expect(dueByNow(100, 0, 365)).toBe(0)
  expect(dueByNow(100, 73, 365)).toBe(20)
  expect(dueByNow(100, 400, 365)).toBe(100)
})
