import type { District, TermScheme } from '#prisma/client'
import { referenceDb } from '~/domain/kernel/db.server'
import { dayFromColumn, type WorkCalendar } from '~/domain/kernel/time'
import type { Locale } from '~/i18n'
import * as repo from './repo.server'

/** Data of the district may be as old as this when a page shows it (quality.md: 5 s). */
const keepFor = 5_000

function kept<T>(load: () => Promise<T>): () => Promise<T> {
  let value: { at: number; promise: Promise<T> } | null = null
  return () => {
    if (value && Date.now() - value.at < keepFor) return value.promise
    const promise = load()
    value = { at: Date.now(), promise }
    promise.catch(() => (value = null))
    return promise
  }
}

/** The district's settings. Throws when the database was never seeded. */
export const district = kept(async (): Promise<District> => {
  const row = await repo.findDistrict(referenceDb())
  if (!row) throw new Error('the district is not set up: run npm run seed')
  return row
})

export type Site = { name: string; bureau: string; phone: string }

/** What every page says of the district. */
export async function siteOf(locale: Locale): Promise<Site & { sampleData: boolean }> {
  const row = await district()
  const zh = locale === 'zh-CN'
  return { name: zh ? row.siteNameZh : row.siteNameEn, bureau: zh ? row.bureauZh : row.bureauEn, phone: row.phone, sampleData: row.sampleData }
}

export type Choice = { value: string; label: string }

const areas = kept(() => repo.listAreas(referenceDb()))
const terms = kept(() => repo.listTerms(referenceDb()))
const calendar = kept(() => repo.listCalendar(referenceDb()))

type Named = { nameZh: string; nameEn: string | null }
const nameOf = ({ nameZh, nameEn }: Named, locale: Locale) => (locale === 'en' && nameEn) || nameZh

/** The landing areas that can be chosen, in the reader's language. */
export async function areaChoices(locale: Locale): Promise<Choice[]> {
  return (await areas()).filter((area) => area.active).map((area) => ({ value: area.key, label: nameOf(area, locale) }))
}

/** The terms of a taxonomy that can be chosen, in the reader's language; `parent` keeps the direct children of one term ('' = the top). */
export async function termChoices(scheme: TermScheme, locale: Locale, parent?: string): Promise<Choice[]> {
  const found = (await terms()).filter((term) => term.active && term.scheme === scheme && (parent === undefined || (term.parent ?? '') === parent))
  return found.map((term) => ({ value: term.code, label: nameOf(term, locale) }))
}

/** Sections and divisions of GB/T 4754, indented by level: fine enough to choose from, short enough to read. */
export async function industryChoices(locale: Locale): Promise<Choice[]> {
  const divisions = (await termChoices('industry', locale)).filter(({ value }) => value.length <= 2)
  return divisions.map(({ value, label }) => ({ value, label: value.length === 1 ? `${value} ${label}` : `　${value} ${label}` }))
}

/** Names by scheme and language, as long as the rows that they were read from are kept. */
const named = new WeakMap<object, Map<string, ReadonlyMap<string, string>>>()

/** The names of terms or areas by their codes; of retired ones too, since records keep them. */
export async function labels(scheme: TermScheme | 'area', locale: Locale): Promise<ReadonlyMap<string, string>> {
  const rows = scheme === 'area' ? await areas() : await terms()
  const made = named.get(rows) ?? new Map<string, ReadonlyMap<string, string>>()
  named.set(rows, made)
  const known = made.get(`${scheme} ${locale}`)
  if (known) return known
  const names = new Map(rows.flatMap((row) => ('key' in row ? [[row.key, nameOf(row, locale)] as const] : row.scheme === scheme ? [[row.code, nameOf(row, locale)] as const] : [])))
  made.set(`${scheme} ${locale}`, names)
  return names
}

/** The term above each, as long as the rows that they were read from are kept. */
const parents = new WeakMap<object, Map<string, string | null>>()

/** A term and the terms above it, from the top: `['C', '36', '361']`. */
export async function ancestors(scheme: TermScheme, code: string): Promise<string[]> {
  const rows = await terms()
  const made = parents.get(rows) ?? new Map<string, string | null>(rows.map((term) => [`${term.scheme} ${term.code}`, term.parent]))
  parents.set(rows, made)
  const path: string[] = []
  for (let at: string | null | undefined = code; at && made.has(`${scheme} ${at}`) && path.length < 8; at = made.get(`${scheme} ${at}`)) path.unshift(at)
  return path
}

/** Holidays and make-up days. */
export async function workCalendar(): Promise<WorkCalendar> {
  return new Map((await calendar()).map((row) => [dayFromColumn(row.day), row.working]))
}
