import { home } from './catalogue-data'
import { statistics } from './catalogue-figures'
import { ChartFigure, Charts } from './chart-figure'
import { ColumnChart, PairedColumns } from './column-charts'
import { Link, useFormat } from './context'
import { Tabs } from './filters'
import { Keep, PageTitle, Section } from './heads'
import { TwoMeasures } from './layout'
import { LineChart } from './line-chart'
import { Meter, Quad } from './meter'
import { DataTable, FigureLink } from './table'
import { Note } from './text'

const plain = (heads: string[]) =>
  heads.map((head, index) => ({ key: head, head, align: index > 0 ? ('right' as const) : undefined, cell: (row: string[]) => row[index] }))

/** The bulletin's six columns: count, amount and technology amount, each with its change. */
function useBulletin() {
  const format = useFormat()
  const { heads } = statistics
  const figure = (row: string[], index: number) => <FigureLink to={`/workspace/contracts?type=${row[0]}&column=${index}`}>{row[index]}</FigureLink>
  const pair = (span: string, unit: string, index: number) => [
    { key: `${span}-value`, head: unit, span, align: 'right' as const, cell: (row: string[]) => figure(row, index) },
    { key: `${span}-change`, head: heads.change, span, align: 'right' as const, soft: true, cell: (row: string[]) => format.signed(row[index + 1]) },
  ]
  const columns = [
    { key: 'name', head: heads.name, cell: (row: string[]) => row[0] },
    ...pair(heads.count, heads.item, 1),
    ...pair(heads.amount, heads.yi, 3),
    ...pair(heads.technology, heads.yi, 5),
  ]
  const foot = statistics.foot.map((cell, index) => (index === 0 ? cell : index % 2 === 1 ? figure(statistics.foot, index) : format.signed(cell)))
  return { columns, foot }
}

/** The statistics page: the answer, the measures, the tables, the charts. */
export function CatalogueStatistics() {
  const { columns, foot } = useBulletin()
  const { line, columns: quarters, pairs } = statistics
  const step = 1 / 20
  return (
    <>
      <PageTitle title={statistics.title} segments={statistics.segments} lead={statistics.lead}>
        <Note className="mt-1.5">
          {statistics.measure}
          <Link to="/help#measures">{statistics.measureLink}</Link>
        </Note>
      </PageTitle>
      <TwoMeasures>
        <Meter tall {...home.count}><Quad items={statistics.quads[0] ?? []} /></Meter>
        <Meter tall {...home.amount}><Quad items={statistics.quads[1] ?? []} /></Meter>
      </TwoMeasures>
      <Section id="tables" title={statistics.tables} actions={<Keep links={statistics.exports} />}>
        <Tabs small label={statistics.cutsLabel} items={statistics.cuts.map((label, index) => ({ to: `/statistics?by=${index}`, label, current: index === 0 }))} />
        <DataTable wide id="by-type" caption={statistics.caption} captionNote={statistics.captionNote} columns={columns} rows={statistics.rows} rowKey={(row) => row[0] ?? ''} foot={foot} />
        <Note className="mt-2">{statistics.source}</Note>
      </Section>
      <Section id="trend" title={statistics.trend}>
        <Charts>
          <ChartFigure
            full
            number={1}
            title={line.title}
            note={line.note}
            chart={
              <LineChart
                label={line.label}
                unit={line.unit}
                stretches={line.years}
                points={line.values.map((value, index) => ({ at: Math.min(index * step, line.end), value }))}
                last={line.last}
                target={line.target}
              />
            }
            table={<DataTable hideCaption caption={line.title} columns={plain(line.heads)} rows={line.rows} rowKey={(row) => row[0] ?? ''} />}
          />
          <ChartFigure
            number={2}
            title={quarters.title}
            note={quarters.note}
            chart={<ColumnChart label={quarters.label} columns={quarters.items} />}
            table={<DataTable hideCaption caption={quarters.title} columns={plain(quarters.heads)} rows={quarters.items.map((item) => [`${item.group} ${item.label}`, item.text])} rowKey={(row) => row[0] ?? ''} />}
          />
          <ChartFigure
            number={3}
            title={pairs.title}
            note={pairs.note}
            chart={
              <PairedColumns
                label={pairs.label}
                series={pairs.series}
                footnote={pairs.footnote}
                pairs={pairs.years.map((label, index) => {
                  const values = pairs.values[index] ?? [0, 0]
                  return { label, values, texts: [String(values[0]), String(values[1])] }
                })}
              />
            }
            table={<DataTable hideCaption caption={pairs.title} columns={plain(pairs.heads)} rows={pairs.years.map((year, index) => [year, ...(pairs.values[index] ?? []).map(String)])} rowKey={(row) => row[0] ?? ''} />}
          />
        </Charts>
      </Section>
    </>
  )
}
