import { describe, expect, test } from 'vitest'
import { isAvailable, mayBeListed, showsContact } from './rules'
import { visibilities } from './schema'

describe('availability', () => {
  test.each([
    [{ availableFrom: null, maxLoad: 3 }, 0, true],
    [{ availableFrom: null, maxLoad: 3 }, 2, true],
    [{ availableFrom: null, maxLoad: 3 }, 3, false],
    [{ availableFrom: null, maxLoad: 0 }, 0, false],
    [{ availableFrom: '2026-11-24', maxLoad: 1 }, 0, true],
    [{ availableFrom: '2026-11-25', maxLoad: 1 }, 0, false],
  ])('%o with %i in hand on 2026-11-24: %s', (person, load, expected) => expect(isAvailable(person, '2026-11-24', load)).toBe(expected))
})

describe('being listed', () => {
  test.each([
    [true, null, true],
    [true, { verified: false }, true],
    [false, { verified: true }, true],
    [false, { verified: false }, false],
    [false, null, false],
  ])('with an account %s, of the organisation %o: %s', (hasAccount, organisation, expected) => expect(mayBeListed({ hasAccount }, organisation)).toBe(expected))
})

describe('contact', () => {
  const readers = { stranger: { self: false, verified: false, accepted: false }, member: { self: false, verified: true, accepted: false }, partner: { self: false, verified: false, accepted: true }, self: { self: true, verified: false, accepted: false } }
  const shown: Record<(typeof visibilities)[number], (keyof typeof readers)[]> = { public: ['stranger', 'member', 'partner', 'self'], members: ['member', 'partner', 'self'], on_acceptance: ['partner', 'self'] }
  test.each(visibilities.flatMap((visibility) => (Object.keys(readers) as (keyof typeof readers)[]).map((reader) => [visibility, reader] as const)))('%s for the %s', (visibility, reader) => {
    expect(showsContact(visibility, readers[reader])).toBe(shown[visibility].includes(reader))
  })
})
