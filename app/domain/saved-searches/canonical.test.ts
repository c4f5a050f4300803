import { expect, test } from 'vitest'
import { parseSearchParams } from '#search/query'
import { canonicalQuery } from './canonical.server'

const canonical = (search: string) => canonicalQuery(parseSearchParams(new URLSearchParams(search)).query)

test.each([
  ['q=a&type=need&page=3', 'type=need&q=a'],
  ['type=need&type=scenario', 'type=scenario&type=need'],
  ['q= a &utm_source=x&posted=', 'q=a'],
  ['sort=relevance', ''],
  ['q=a&sort=posted', 'sort=posted&q=a'],
])('%s is the same search as %s', (one, other) => expect(canonical(one)).toBe(canonical(other)))

test('other words or filters are another search', () => {
  expect(new Set(['q=a', 'q=b', 'q=a&type=need', 'q=a&type=need&status=open', ''].map(canonical)).size).toBe(5)
})
