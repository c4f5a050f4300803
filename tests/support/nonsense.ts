import { fieldsOf, type Values } from './visitor'

export type Pair = [string, string]
/** A body with its type. */
export type Wrong = { what: string; body: string; type: string | null; /** Texts that are right and must be in the form that comes back. */ kept?: string[] }

const encode = (text: string) => encodeURIComponent(text)
const formBody = (pairs: Pair[], raw = '') => pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&') + raw
const form = 'application/x-www-form-urlencoded'

/** What may stand in one field instead of what belongs there: each makes the pairs, or bytes, that are sent for its name. */
export const wrongFields: Record<string, (name: string) => string> = {
  'nothing': () => '',
  'NUL and other control characters': (name) => `${encode(name)}=%00%07%1b%7f`,
  'a NUL within': (name) => `${encode(name)}=2026%00-01`,
  'a list': (name) => `${encode(`${name}[]`)}=a&${encode(`${name}[]`)}=b`,
  'a record': (name) => `${encode(`${name}[deep][er]`)}=1`,
  'sixty thousand characters': (name) => `${encode(name)}=${'9'.repeat(60_000)}`,
  'the year 0': (name) => `${encode(name)}=0000-01-01`,
  'a moment past every calendar': (name) => `${encode(name)}=${encode('+275760-09-13T00:00:00Z')}`,
  'a record that is not there': (name) => `${encode(name)}=01910000-0000-7000-8000-000000000000`,
  'a broken record id': (name) => `${encode(name)}=01910000-0000-7000-8000-00000000000g`,
}
/** All fields at once: what is caught before any record is asked for. */
export const wrongEverywhere: Record<string, (name: string) => string> = {
  'NUL': (name) => `${encode(name)}=%00`,
  'a record': (name) => `${encode(`${name}[deep][er]`)}=1`,
  'sixty thousand characters': (name) => `${encode(name)}=${'字'.repeat(1000)}${'9'.repeat(9000)}`,
  'a lone surrogate': (name) => `${encode(name)}=%ED%A0%80%ED%BF%BF`,
  'an emoji and marks that turn the text': (name) => `${encode(name)}=${encode('\u202e🀄️\u200f\u2066龍')}`,
  'a number beyond all numbers': (name) => `${encode(name)}=1e309`,
  'a negative number': (name) => `${encode(name)}=-1`,
  'a part of a fen': (name) => `${encode(name)}=1.2345678`,
  'a day that no month has': (name) => `${encode(name)}=2026-02-30`,
  'a wrong credit code': (name) => `${encode(name)}=91350100M000100Y44`,
  'markup': (name) => `${encode(name)}=${encode('"><script>alert(1)</script>')}`,
  'a name of every object': (name) => `${encode(name)}=__proto__`,
}

/** One field at a time replaced, the others right; and every field at once. */
export function wrongValues(values: Values): Wrong[] {
  const pairs = fieldsOf(values)
  const names = [...new Set(pairs.map(([name]) => name))]
  const keptBut = (name: string) => pairs.filter(([other, value]) => other !== name && value.length > 7 && !/intent|password|token|current|email|Id$/.test(other)).map(([, value]) => value)
  const kinds = Object.entries(wrongFields)
  // Two kinds a field (one in a long form), in turn, so that every kind meets every sort of field somewhere. Further rows of a table are like the first.
  const fields = names.filter((name) => !/\[[1-9]\d*\]/.test(name))
  const one = fields.flatMap((name, index) => [kinds[(index * 2) % kinds.length], fields.length > 15 ? undefined : kinds[(index * 2 + 1 + (index >> 2)) % kinds.length]].flatMap((kind) => (kind ? [kind] : [])).map(([what, make]): Wrong => ({ what: `${name}: ${what}`, body: `${formBody(pairs.filter(([other]) => other !== name))}&${make(name)}`, type: form, kept: name === 'intent' ? [] : keptBut(name) })))
  const typed = names.some((name) => name !== 'intent')
  const all = Object.entries(typed ? wrongEverywhere : {}).map(([what, make]): Wrong => {
    const fixed = pairs.filter(([name]) => name === 'intent')
    return { what: `everywhere: ${what}`, body: [formBody(fixed), ...names.filter((name) => name !== 'intent').map(make)].join('&'), type: form }
  })
  return [...one, ...all]
}

function multipart(pairs: Pair[], cut = 0): { body: string; type: string } {
  const boundary = 'x-boundary-of-a-test'
  const parts = pairs.map(([name, value], index) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${index % 2 ? '' : '; filename="form.exe"'}\r\n\r\n${value}\r\n`)
  const body = `${parts.join('')}--${boundary}--\r\n`
  return { body: cut ? body.slice(0, -cut) : body, type: `multipart/form-data; boundary=${boundary}` }
}

/** Forms that are none: other types, too many names, names too deep, too large. */
export function wrongBodies(values: Values, large: boolean): Wrong[] {
  const pairs = fieldsOf(values)
  const text = formBody(pairs)
  const deep = `a${'[b]'.repeat(400)}=1&${pairs[0]?.[0] ?? 'x'}${'[c]'.repeat(400)}=1`
  return [
    { what: 'nothing at all', body: '', type: form },
    { what: 'JSON', body: JSON.stringify(values), type: 'application/json' },
    { what: 'plain text', body: text, type: 'text/plain' },
    { what: 'bytes without a type', body: text, type: null },
    { what: 'files where text is expected', ...multipart(pairs) },
    { what: 'a multipart form that was cut off', ...multipart(pairs, 30) },
    { what: 'a multipart form without its boundary', body: text, type: 'multipart/form-data' },
    { what: 'broken percent-encoding', body: `%E0%A4%A=%&${text.replace('=', '=%E0%A4%A')}&%`, type: form },
    { what: 'names that are very deep', body: `${text}&${deep}`, type: form },
    { what: 'five thousand parameters', body: `${text}&${Array.from({ length: 5000 }, (_one, index) => `p${index}=x`).join('&')}`, type: form },
    { what: 'a list of five thousand', body: `${text}&${Array.from({ length: 5000 }, (_one, index) => `${encode(`${pairs[0]?.[0] ?? 'x'}[${index}]`)}=x`).join('&')}`, type: form },
    ...(large ? [{ what: 'five megabytes', body: `${text}&more=${'x'.repeat(5_000_000)}`, type: form }] : []),
  ]
}

/** Versions that no record has. */
export const wrongVersions = ['', '0', '-1', '1.5', 'x', '2147483648', '1e99', '９９９', '\u0000']
