import { isMessageKey } from '~/i18n'
import { FacetGroup, FilterDrawer, useT, useUi, type FacetOption } from '~/ui'
import { hiddenParams } from '../shared/lists'

type Counted = { value: string; count: number }
export type FacetData = { facets: { theme: Counted[]; field: Counted[]; industry: Counted[]; area: Counted[]; modes: Counted[]; selection: Counted[]; year: Counted[]; funding: Counted[] }; statuses: Record<string, number>; total: number }
type Chosen = { theme: string[]; field: string[]; industry: string[]; area: string[]; mode: string[]; selection: string[]; funding: string[]; status: string[]; year: number[]; posted: string | null; closes: string | null }
export type Names = { theme: Record<string, string>; field: Record<string, string>; area: Record<string, string>; industry: Record<string, string>; /** The section of each division of GB/T 4754. */ sectionOf: Record<string, string> }

const own = ['theme', 'field', 'industry', 'area', 'mode', 'selection', 'funding', 'status', 'year', 'posted', 'closes']
const windows = { posted: ['7d', '30d', '90d'], closes: ['7d', '30d', '90d', 'none'] } as const

/** The filters with their counts; a choice that would find nothing and is not chosen is left out. */
export function SearchFacets({ data, chosen, names, q }: { data: FacetData; chosen: Chosen; names: Names; q: string }) {
  const t = useT()
  const { search } = useUi()
  const group = (name: keyof Chosen & ('theme' | 'field' | 'area' | 'mode' | 'selection' | 'funding'), counts: Counted[], label: (value: string) => string, most = 8) => {
    const picked = chosen[name]
    const options = counts.filter(({ value, count }) => count > 0 || picked.includes(value)).slice(0, most).map(({ value, count }) => ({ value, count, label: label(value), checked: picked.includes(value) }))
    return options.length === 0 ? null : <FacetGroup legend={t(`search.facet.${name}`)} name={name} options={options} />
  }
  const word = (prefix: string) => (value: string) => (isMessageKey(`${prefix}.${value}`) ? t(`${prefix}.${value}` as 'mode.licence') : value)
  const statuses = Object.entries(data.statuses).filter(([value, count]) => count > 0 || chosen.status.includes(value))
  const industries = industryTree(data.facets.industry, chosen.industry, names)
  return (
    <FilterDrawer action="/search" hidden={hiddenParams(search, own)} clearTo={q ? `/search?q=${encodeURIComponent(q)}` : '/search'} total={data.total}>
      {statuses.length > 0 && <FacetGroup legend={t('search.facet.status')} name="status" options={statuses.map(([value, count]) => ({ value, count, label: word('search.status')(value), checked: chosen.status.includes(value) }))} />}
      {group('theme', data.facets.theme, (value) => names.theme[value] ?? value)}
      {group('field', data.facets.field, (value) => names.field[value] ?? value, 11)}
      {industries.length > 0 && <FacetGroup legend={t('search.facet.industry')} name="industry" options={industries} />}
      {group('area', data.facets.area, (value) => names.area[value] ?? value)}
      {group('mode', data.facets.modes, word('mode'))}
      {group('selection', data.facets.selection, word('selection'))}
      {group('funding', data.facets.funding, word('search.funding'))}
      {data.facets.year.length > 0 && <FacetGroup legend={t('search.facet.year')} name="year" options={[...data.facets.year].sort((a, b) => Number(b.value) - Number(a.value)).slice(0, 6).map(({ value, count }) => ({ value, count, label: value, checked: chosen.year.includes(Number(value)) }))} />}
      {(['closes', 'posted'] as const).map((name) => (
        <FacetGroup key={name} legend={t(`search.facet.${name}`)} name={name} type="radio" options={windows[name].map((value) => ({ value, label: word('search.within')(value), checked: chosen[name] === value }))} />
      ))}
    </FilterDrawer>
  )
}

const mostSections = 8
const mostDivisions = 10

/** Sections of GB/T 4754 with their counts; below one that is chosen, or of which a part is, its divisions. */
function industryTree(counted: Counted[], picked: string[], names: Names): FacetOption[] {
  const optionOf = ({ value, count }: Counted, indent = '') => ({ value, count, label: `${indent}${names.industry[value] ?? value}`, checked: picked.includes(value) })
  const opened = new Set(picked.map((code) => names.sectionOf[code] ?? code))
  const sections = counted.filter(({ value, count }) => value.length === 1 && (count > 0 || opened.has(value))).slice(0, mostSections)
  return sections.flatMap((section) => [
    optionOf(section),
    ...(opened.has(section.value) ? counted.filter(({ value }) => names.sectionOf[value] === section.value).slice(0, mostDivisions).map((division) => optionOf(division, '　')) : []),
  ])
}
