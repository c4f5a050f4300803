import type { Rng } from './rng'

const UNITS = 'mm|cm|km|m²|m³|m|kg|mg|g|ms|s|min|h|d|lx|kWh|kW|MW|Wh|W|MPa|kPa|GPa|kV|V|mA|Ah|A|N|kHz|Hz|dB|μm|nm|mL|L|K|℃|r|TOPS'
const UNIT_AFTER_DIGIT = new RegExp(`(\\d)(${UNITS})(?![A-Za-z0-9])`, 'g')

/** Sets Chinese text as the site does: a space between Chinese and Latin or digits, between a number and its unit, after ≥ and ≤. */
export function typeset(text: string): string {
  return text
    .replace(UNIT_AFTER_DIGIT, '$1 $2')
    .replace(/([\u4e00-\u9fff])([A-Za-z0-9±≥≤−])/g, '$1 $2')
    .replace(/([A-Za-z0-9%℃²³])([\u4e00-\u9fff])/g, '$1 $2')
    .replace(/([≥≤])(?=[\d.])/g, '$1 ')
    .replace(/ {2,}/g, ' ')
}

function decimals(step: string): number {
  return step.includes('.') ? step.split('.')[1]!.length : 0
}

function formatNumber(value: number, places: number): string {
  const [whole, part] = value.toFixed(places).split('.')
  const grouped = whole!.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return part ? `${grouped}.${part}` : grouped
}

/**
 * Writes sentences from templates, keeping the figures of one record consistent.
 * - `{o}` is a variable that the record gives;
 * - `(a|b|c)` takes one of the variants;
 * - `[12~40]` and `[1.8~2.6/0.1]` draw a number (the step gives its decimals, 1 when left out);
 * - `[r]` is a number that `figures` names, drawn once and then the same wherever the record mentions it.
 */
export interface Writer {
  (template: string): string
  set(name: string, value: string): void
}

/** Makes the writer of one record. It throws when a template names a variable or a figure that the record does not have. */
export function createWriter(rng: Rng, variables: Record<string, string>, figures: Record<string, string> = {}): Writer {
  const known = { ...variables }
  const drawn: Record<string, string> = {}
  const draw = (range: string) => {
    const [bounds, step = '1'] = range.replaceAll(',', '').split('/')
    const [low, high] = bounds!.split('~').map(Number)
    if (low === undefined || high === undefined || Number.isNaN(low + high + Number(step))) throw new Error(`not a range: [${range}]`)
    const steps = Math.round((high - low) / Number(step))
    return formatNumber(low + rng.int(0, steps) * Number(step), decimals(step))
  }
  const figure = (name: string) => {
    const range = figures[name]
    if (range === undefined) throw new Error(`no figure is named [${name}]`)
    return (drawn[name] ??= draw(range))
  }
  const write = (template: string): string => {
    let text = template
    while (/\([^()]*\)/.test(text)) {
      text = text.replace(/\(([^()]*)\)/g, (_, inner: string) => rng.pick(inner.split('|')))
    }
    text = text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = known[name]
      if (value === undefined) throw new Error(`no variable is named {${name}} in: ${template}`)
      return value
    })
    text = text.replace(/\[([^\]]+)\]/g, (_, inner: string) => (inner.includes('~') ? draw(inner) : figure(inner)))
    return typeset(text)
  }
  return Object.assign(write, { set: (name: string, value: string) => void (known[name] = value) })
}

/** Names of the figures that a template mentions. */
export function figuresIn(template: string): string[] {
  return [...template.matchAll(/\[([^\]~]+)\]/g)].map((match) => match[1]!)
}

/** Cuts a text at the end of a sentence so that it has at most `limit` characters. */
export function fit(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit)
  const end = Math.max(cut.lastIndexOf('。'), cut.lastIndexOf('；'))
  if (end < limit / 3) throw new Error(`no sentence end within ${limit} characters: ${text}`)
  return `${cut.slice(0, end)}。`
}
