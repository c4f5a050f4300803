import { home } from './catalogue-data'
import { useFormat } from './context'
import { ListHead, Section } from './heads'
import { Find, TwoColumns, YearGrid } from './layout'
import { MeasureHead, Meter } from './meter'
import { QueryField, TryLinks } from './query-field'
import { BriefList, BriefRow, Doors } from './rows'
import { Ruler } from './ruler'
import { StateTag } from './state'
import { Note } from './text'

type DatedRow = { at: Date; to: string; title: string; segments?: string[]; line: string[] | string }

function Dated({ rows }: { rows: DatedRow[] }) {
  const format = useFormat()
  return (
    <BriefList>
      {rows.map((row) => (
        <BriefRow key={row.to} {...row} when={<time dateTime={format.isoDate(row.at)}>{format.date(row.at)}</time>} />
      ))}
    </BriefList>
  )
}

/** The home page. */
export function CatalogueHome() {
  const format = useFormat()
  const { scenarios, count, amount } = home
  return (
    <>
      <Find
        label={home.search}
        title={
          <label htmlFor="q">
            {home.question[0]}
            <br />
            {home.question[1]}
          </label>
        }
      >
        <QueryField label={null} />
        <TryLinks label={home.tryLabel} links={home.tries} />
      </Find>
      <YearGrid>
        <section className="meter" aria-labelledby="measure-scenarios">
          <MeasureHead id="measure-scenarios" to="/scenarios" {...scenarios} />
          <Ruler batches={scenarios.batches} inReview={9} target={100} pace={73} />
        </section>
        <Meter {...count} percent={undefined}><Note>{count.note}</Note></Meter>
        <Meter {...amount} percent={undefined}><Note>{amount.note}</Note></Meter>
      </YearGrid>
      <div className="mt-7">
        <TwoColumns early>
          <section aria-labelledby="closing">
            <ListHead id="closing" {...home.closing} />
            <BriefList>
              {home.closingRows.map(({ days, ...row }) => (
                <BriefRow key={row.to} {...row} when={<StateTag tone={days <= 3 ? 'soon' : 'open'}>{format.deadline(new Date(Date.UTC(2025, 8, 22 + days, 9)))}</StateTag>} />
              ))}
            </BriefList>
          </section>
          <section aria-labelledby="newest">
            <ListHead id="newest" {...home.newest} />
            <Dated rows={home.newestRows} />
          </section>
        </TwoColumns>
      </div>
      <Doors label={home.doorsLabel} items={home.doors} />
      <Section id="landed" title={home.landed}>
        <Dated rows={home.landedRows} />
      </Section>
    </>
  )
}
