import { Chip, Chips, useT, useUi } from '~/ui'
import { chosenFilters } from './chosen'
import type { Names } from './facets'
import type { Query } from './results'

/** The filters in use, each a link that takes it out. */
export function SearchChips({ query, names }: { query: Query; names: Names }) {
  const t = useT()
  const { search } = useUi()
  const chosen = chosenFilters(query, names, t)
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
