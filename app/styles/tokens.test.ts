import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

function colours(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`no ${selector} in tokens.css`)
  const block = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]))
}

const light = colours(':root')
const dark = colours(":root[data-theme='dark']")
const darkBySystem = colours(":root:not([data-theme='light'])")

/** Relative luminance after WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['paper', 'surface']
const text: [string, string[]][] = [
  ['ink', [...grounds, 'tea-wash', 'vermilion-wash', 'amber-wash', 'indigo-wash']],
  ['ink-soft', grounds],
  ['tea', [...grounds, 'tea-wash']],
  ['tea-deep', [...grounds, 'tea-wash']],
  ['vermilion', [...grounds, 'vermilion-wash']],
  ['amber', [...grounds, 'amber-wash']],
  ['indigo', [...grounds, 'indigo-wash']],
  ['on-fill', ['tea-fill', 'tea-deep']],
]
/** Borders of controls, the focus ring, bars, rules: what must be seen to be used. Lines between rows are decoration. */
const shapes: [string, string[]][] = [
  ['line-strong', grounds],
  ['rule', grounds],
  ['tea', grounds],
  ['tea-fill', grounds],
  ['vermilion', grounds],
  ['indigo', grounds],
]
const pairs = (list: [string, string[]][]) => list.flatMap(([front, backs]) => backs.map((back) => [front, back] as const))

it('measures black on white as 21 and grey #767676 as 4.54', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

describe.each([['light', light], ['dark', dark]] as const)('the %s theme', (_name, theme) => {
  const of = (name: string) => theme[name] ?? expect.unreachable(`no --${name}`)
  it.each(pairs(text))('has --%s readable on --%s (4.5)', (front, back) => expect(contrast(of(front), of(back))).toBeGreaterThanOrEqual(4.5))
  it.each(pairs(shapes))('has shapes of --%s visible on --%s (3)', (front, back) => expect(contrast(of(front), of(back))).toBeGreaterThanOrEqual(3))
})

it('is the same dark, chosen by the reader or by their system', () => {
  expect(darkBySystem).toEqual(dark)
  expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort())
})
