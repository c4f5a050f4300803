import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csv } from './write-csv'

it('makes formulas inert and leaves numbers numbers', () => {
  const text = csv([['=HYPERLINK("http://x")', '+1+1', '-9.4', '@SUM(A1)', '-2+3', 12, null, '\tx', '技术开发, "五技"']])
  expect(text).toBe('\uFEFF"\'=HYPERLINK(""http://x"")",\'+1+1,-9.4,\'@SUM(A1),\'-2+3,12,,\'\tx,"技术开发, ""五技"""\r\n')
})

it('never writes a cell that begins as a formula', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const cell = csv([[value]]).slice(1).replace(/^"/, '')
      expect(/^[=+@\t]/.test(cell)).toBe(false)
    }),
  )
})
