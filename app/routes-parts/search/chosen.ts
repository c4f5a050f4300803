import { isMessageKey, type Translate } from '~/i18n'
import type { Names } from './facets'

export type Filters = { theme: string[]; field: string[]; industry: string[]; area: string[]; mode: string[]; selection: string[]; funding: string[]; status: string[]; year: number[]; posted: string | null; closes: string | null }
export type ChosenFilter = { name: string; value: string; text: string }

/** The filters in use, each in words. */
export function chosenFilters(query: Filters, names: Names, t: Translate): ChosenFilter[] {
  const word = (key: string, value: string) => (isMessageKey(key) ? t(key) : value)
  const label: Record<keyof Filters, (value: string) => string> = {
    theme: (value) => names.theme[value] ?? value,
    field: (value) => names.field[value] ?? value,
    industry: (value) => names.industry[value] ?? value,
    area: (value) => names.area[value] ?? value,
    mode: (value) => word(`mode.${value}`, value),
    selection: (value) => word(`selection.${value}`, value),
    funding: (value) => word(`search.funding.${value}`, value),
    status: (value) => word(`search.status.${value}`, value),
    year: (value) => value,
    posted: (value) => `${t('search.facet.posted')} ${word(`search.within.${value}`, value)}`,
    closes: (value) => `${t('search.facet.closes')} ${word(`search.within.${value}`, value)}`,
  }
  return (Object.keys(label) as (keyof Filters)[]).flatMap((name) => {
    const value = query[name]
    const values = Array.isArray(value) ? value.map(String) : value ? [value] : []
    return values.map((one) => ({ name, value: one, text: label[name](one) }))
  })
}

/** A whole search in one line: its words, kinds and filters; '' when it asks for everything. */
export function searchWords(query: Filters & { q: string; type: string[] }, names: Names, t: Translate): string {
  const kinds = query.type.map((kind) => t(`kind.${kind}` as 'kind.need'))
  return [query.q, ...kinds, ...chosenFilters(query, names, t).map(({ text }) => text)].filter(Boolean).join(' · ')
}
