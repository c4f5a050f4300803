import { search } from './catalogue-data'
import { FacetGroup, FilterDrawer, FilterOpen, Found, SortSelect, Tabs } from './filters'
import { Keep } from './heads'
import { Pagination } from './pagination'
import { QueryField } from './query-field'
import { ListBar, Parting, ResultList, ResultRow } from './rows'
import { Chip, Chips, Notice } from './state'

/** The results of a search that had to be relaxed. */
export function CatalogueSearch() {
  const hidden = [{ name: 'q', value: search.query }]
  return (
    <>
      <div className="pt-6">
        <QueryField small value={search.query} />
        <Tabs label={search.kindsLabel} items={search.kinds} />
      </div>
      <Found>
        <FilterDrawer action="/search" hidden={hidden} clearTo="/search?q=a" total={26}>
          {search.facets.map((facet) => (
            <FacetGroup key={facet.name} {...facet} />
          ))}
        </FilterDrawer>
        <section id="results" aria-labelledby="results-title">
          <ListBar id="results-title" title={search.found}>
            <FilterOpen active={3} />
            <SortSelect action="/search" options={search.sorts} value="relevance" hidden={hidden} />
            <Keep links={search.keep} />
          </ListBar>
          <Chips clearTo="/search?q=a">
            {search.chips.map((chip) => (
              <Chip key={chip} to="/search?q=a">{chip}</Chip>
            ))}
            <Chip off>{search.relaxed}</Chip>
          </Chips>
          <Notice role="status" title={search.notice} actions={search.noticeActions}>{search.near}</Notice>
          <Parting note={search.strict.note}>{search.strict.title}</Parting>
          <ResultList>
            {search.strictRows.map((row) => (
              <ResultRow key={row.to} {...row} />
            ))}
          </ResultList>
          <Parting note={search.loose.note}>{search.loose.title}</Parting>
          <ResultList>
            {search.looseRows.map((row) => (
              <ResultRow key={row.to} {...row} />
            ))}
          </ResultList>
          <Pagination page={1} pages={2} total={26} from={1} to={20} hrefFor={(page) => `/search?q=a&page=${page}`} />
        </section>
      </Found>
    </>
  )
}
