import type { TermScheme } from '#prisma/client'
import { invalid, type FieldError } from '~/domain/kernel/errors'
import type { Message } from '~/i18n'
import { areaChoices, termChoices } from './service.server'

export type CodeCheck = { path: string; scheme: TermScheme | 'area'; codes: (string | null)[] }

/** A field error for each code that is none of the district's terms or areas, or was retired. */
export async function unknownCodes(...checks: CodeCheck[]): Promise<FieldError[]> {
  const errors: FieldError[] = []
  for (const { path, scheme, codes } of checks) {
    const choices = scheme === 'area' ? await areaChoices('zh-CN') : await termChoices(scheme, 'zh-CN')
    const known = new Set(choices.map(({ value }) => value))
    if (codes.some((code) => code !== null && !known.has(code))) errors.push({ path, message: { key: 'field.unknown_choice' } })
  }
  return errors
}

/** Throws, field by field, when a code is none of the district's terms or areas. */
export async function assertKnown(...checks: CodeCheck[]): Promise<void> {
  const errors = await unknownCodes(...checks)
  if (errors.length > 0) throw invalid(...errors)
}

/** Reads places that are typed as their code or their name: the code, or why there is none. For a few, or thousands in a row. */
export async function regionReader(): Promise<(typed: string) => string | Message> {
  const byName = new Map<string, string[]>()
  for (const { value, label } of await termChoices('region', 'zh-CN')) {
    for (const name of new Set([value, label, `${label}${value}`])) byName.set(name, [...(byName.get(name) ?? []), value])
  }
  return (typed): string | Message => {
    const wanted = typed.normalize('NFKC').replace(/\s/g, '')
    const [first, ...others] = byName.get(wanted) ?? []
    if (!first) return { key: 'region.unknown', params: { typed: wanted.slice(0, 20) } }
    return others.length === 0 ? first : { key: 'region.several', params: { typed: wanted.slice(0, 20), choices: [first, ...others].slice(0, 4).join('、') } }
  }
}

/**
 * The GB/T 2260 code of a place that was typed as its code or its name. Throws at the field `path` when there is no such place, or
 * naming the first few when there are several.
 */
export async function regionCodeOf(typed: string, path: string): Promise<string> {
  const found = (await regionReader())(typed)
  if (typeof found !== 'string') throw invalid({ path, message: found })
  return found
}
