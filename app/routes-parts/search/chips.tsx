import { isMessageKey } from '~/i18n'
import { Chip, Chips, useT, useUi } from '~/ui'
import type { Names } from './facets'
import type { Query } from './results'

/** The filters in use, each a link that takes it out. */
export function SearchChips({ query, names }: { query: Query; names: Names }) {
  const t = useT()
  const { search } = useUi()
  const word = (key: string, value: string) => (isMessageKey(key) ? t(key) : value)
  const label: Record<string, (value: string) => string> = {
    theme: (value) => names.theme[value] ?? value,
    field: (value) => names.field[value] ?? value,
    area: (value) => names.area[value] ?? value,
    mode: (value) => word(`mode.${value}`, value),
    selection: (value) => word(`selection.${value}`, value),
    funding: (value) => word(`search.funding.${value}`, value),
    status: (value) => word(`search.status.${value}`, value),
    year: (value) => value,
    posted: (value) => `${t('search.facet.posted')} ${word(`search.within.${value}`, value)}`,
    closes: (value) => `${t('search.facet.closes')} ${word(`search.within.${value}`, value)}`,
  }
  const chosen = Object.entries(label).flatMap(([name, say]) => {
    const value = query[name as keyof Query]
    const values = Array.isArray(value) ? value.map(String) : value ? [String(value)] : []
    return values.map((one) => ({ name, value: one, text: say(one) }))
  })
  if (chosen.length === 0) return null
  return (
    <Chips clearTo={query.q ? `/search?q=${encodeURIComponent(query.q)}` : '/search'}>
      {chosen.map(({ name, value, text }) => (
        <Chip key={`${name}=${value}`} to={without(search, name, value)}>
          {text}
        </Chip>
      ))}
    </Chips>
  )
}

function without(search: string, name: string, value: string): string {
  const kept = [...new URLSearchParams(search)].filter(([key, given]) => !(key === name && given === value) && key !== 'page')
  const text = new URLSearchParams(kept).toString()
  return text ? `/search?${text}` : '/search'
}
