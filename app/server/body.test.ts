import { expect, it } from 'vitest'
import { bodyProblem } from './body'

const of = (bytes: number, path: string) => bodyProblem({ headers: { 'content-length': String(bytes) } }, path)?.status ?? null

it('a form may have two megabytes, and twenty where a table is taken', () => {
  expect([of(1_900_000, '/preferences'), of(3_000_000, '/preferences')]).toEqual([null, 413])
  expect([of(3_000_000, '/bureau/contracts/import'), of(21_000_000, '/bureau/contracts/import')]).toEqual([null, 413])
  expect(of(3_000_000, '/bureau/contracts/import/x')).toBe(413)
})
