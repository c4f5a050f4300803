import { ancestors, labels } from '~/domain/district/service.server'
import type { Locale } from '~/i18n'

/** Of GB/T 4754 a page offers sections and divisions. */
const divisionLength = 2

/**
 * What the codes of a search's filters are called, in the reader's language; of industries only those that are named, with the
 * section that each division belongs to.
 */
export async function searchNames(locale: Locale, industries: readonly string[] = []) {
  const names = async (scheme: 'theme' | 'field' | 'area') => Object.fromEntries(await labels(scheme, locale))
  const called = await labels('industry', locale)
  const sections = await Promise.all(industries.filter((code) => code.length === divisionLength).map(async (code) => [code, (await ancestors('industry', code))[0] ?? ''] as const))
  return { theme: await names('theme'), field: await names('field'), area: await names('area'), industry: Object.fromEntries(industries.map((code) => [code, called.get(code) ?? code])), sectionOf: Object.fromEntries(sections) }
}

/** The industries that a page of results names: those chosen, and the sections and divisions that are counted. */
export function industriesOf(chosen: readonly string[], counted: readonly { value: string }[]): string[] {
  return [...new Set([...chosen, ...counted.map(({ value }) => value).filter((code) => code.length <= divisionLength)])]
}
