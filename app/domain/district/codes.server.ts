import type { TermScheme } from '#prisma/client'
import { invalid, type FieldError } from '~/domain/kernel/errors'
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

/**
 * The GB/T 2260 code of a place that was typed as its code or its name. Throws at the field `path` when there is no such place, or
 * naming the first few when there are several.
 */
export async function regionCodeOf(typed: string, path: string): Promise<string> {
  const wanted = typed.normalize('NFKC').replace(/\s/g, '')
  const found = (await termChoices('region', 'zh-CN')).filter(({ value, label }) => value === wanted || label === wanted || `${label}${value}` === wanted)
  const [first, second] = found
  if (!first) throw invalid({ path, message: { key: 'region.unknown', params: { typed: wanted.slice(0, 20) } } })
  if (second) throw invalid({ path, message: { key: 'region.several', params: { typed: wanted.slice(0, 20), choices: found.slice(0, 4).map(({ value }) => value).join('、') } } })
  return first.value
}
