import type { ImportPage, ImportRowView } from '~/domain/imports/read.server'
import type { MessageKey } from '~/i18n'
import { Button, Checkbox, EmptyState, FormEnd, Link, Pagination, Section, SelectField, StateTag, Tabs, TextField, useT, useUi, type Tone } from '~/ui'
import { withParams } from '../shared/lists'
import { typedRecord, type Returned } from '../shared/refused'

const tones: Record<ImportRowView['state'], Tone> = { unchecked: 'wait', good: 'open', bad: 'late', known: 'shut', left_out: 'shut', written: 'done', kept: 'soon', undone: 'shut' }

/** What a row may be the same as. */
function Twins({ notes }: Pick<ImportRowView, 'notes'>) {
  const t = useT()
  return notes.map(({ why, number, line }, index) => {
    const said = t(`import.twin.${why}` as MessageKey)
    return (
      <p key={index} className="text-sm text-ink-soft">
        {line !== null ? t('import.twin.line', { why: said, line }) : said}
        {number && <>　<Link to={`/bureau/contracts/${number}`}>{number}</Link></>}
      </p>
    )
  })
}

/** A row whose cells can be mended in place, each problem at its cell, or which is left out. */
function Mendable({ row, back }: { row: ImportRowView; back: Returned | null }) {
  const t = useT()
  const typedCells = typedRecord(back && { ...back, values: { cells: (back.values.rows as Record<string, unknown> | undefined)?.[`r${row.line}`] } }, 'cells')
  return (
    <>
      {row.problems.map(({ path, column, letter, at, typed, choices, said }) => {
        if (at === null) return <p key={path} className="mt-2">{path === '' ? said : t('import.no_column', { column })}</p>
        const name = `rows[r${row.line}][c${at}]`
        const field = { name, label: letter ? t('import.cell', { column, letter }) : column, error: said }
        const value = typedCells[`c${at}`] ?? typed
        if (!choices) return <TextField key={name} {...field} value={value} />
        // What was typed stays in the list, so that it is seen, and kept where nothing is chosen.
        return <SelectField key={name} {...field} value={value} options={[...(choices.includes(value) ? [] : [value]), ...choices].map((word) => ({ value: word, label: word || t('ui.field.choose') }))} />
      })}
      <Checkbox name="leaveOut" id={`leave-out-${row.line}`} value={String(row.line)} label={t('import.leave_out')} />
    </>
  )
}

/** The rows of a file, twenty a page: those to be mended first. */
export function ImportRows({ read, back }: { read: ImportPage; back: Returned | null }) {
  const t = useT()
  const { search } = useUi()
  const { batch, rows, showing, counts, twins, page, pageSize, total } = read
  const path = `/bureau/contracts/import/${batch.id}`
  const mendable = batch.state === 'checked'
  const tabs = ([['bad', counts.bad ?? 0], ['twins', twins], ['all', batch.total]] as const).map(([show, count]) => ({ to: `${path}?show=${show}#rows`, label: t(`import.show.${show}`), count, current: showing === show }))
  return (
    <Section id="rows" title={t(`import.show.${showing}`)}>
      <Tabs small label={t('import.title')} items={tabs} />
      {rows.length === 0 && <EmptyState title={t('import.rows.none')} />}
      <form method="post" noValidate>
        <ol className="log mt-3" aria-label={t(`import.show.${showing}`)}>
          {rows.map((row) => (
            <li key={row.line}>
              <span className="figures text-sm">{t('import.line', { line: row.line })}</span>
              <div className="min-w-0">
                <p><b>{row.contractId ? <Link to={`/bureau/contracts/${row.contractId}`}>{row.title}</Link> : row.title || t('import.untitled')}</b>　<StateTag tone={tones[row.state]}>{t(`import.row.${row.state}`)}</StateTag></p>
                <p className="text-sm text-ink-soft">{row.parties}　{row.amount}</p>
                <Twins notes={row.notes} />
                {mendable && row.state === 'bad' && <Mendable row={row} back={back} />}
              </div>
            </li>
          ))}
        </ol>
        {mendable && rows.some(({ state }) => state === 'bad') && (
          <FormEnd>
            <Button variant="main" name="intent" value="mend">{t('import.mend')}</Button>
          </FormEnd>
        )}
      </form>
      <Pagination page={page} pages={Math.ceil(total / pageSize)} total={total} from={(page - 1) * pageSize + 1} to={Math.min(page * pageSize, total)} hrefFor={(number) => `${withParams(path, search, { page: number === 1 ? null : String(number), done: null })}#rows`} />
    </Section>
  )
}
