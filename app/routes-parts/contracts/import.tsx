import type { batchView } from '~/domain/imports/read.server'
import { Button, EmptyState, ErrorSummary, FileField, FormEnd, Link, Note, Pagination, ResultList, ResultRow, StateTag, Time, useFormat, useT, useUi, type Tone } from '~/ui'
import { summary, type Returned } from '../shared/refused'
import { withParams } from '../shared/lists'

type Batch = ReturnType<typeof batchView>

const tones: Record<Batch['state'], Tone> = { received: 'wait', checked: 'soon', writing: 'wait', written: 'done', undone: 'shut' }

export function ImportState({ state }: Pick<Batch, 'state'>) {
  const t = useT()
  return <StateTag tone={tones[state]}>{t(`import.state.${state}`)}</StateTag>
}

/** Takes a table in. The templates stand beside it. */
export function UploadTable({ back }: { back: Returned | null }) {
  const t = useT()
  return (
    <form method="post" encType="multipart/form-data" noValidate className="mt-4">
      <ErrorSummary errors={summary(back, { file: t('import.file') })} />
      <FileField name="file" label={t('import.file')} hint={t('import.file.hint')} error={back?.errors.file} accept=".xlsx,.csv,.jsonl" required />
      <Note className="mt-3">
        {t('import.template.note')}　{t('import.template')}：<Link to="/bureau/contracts/template.xlsx" download>.xlsx</Link>　<Link to="/bureau/contracts/template.csv" download>.csv</Link>
      </Note>
      <FormEnd>
        <Button variant="main">{t('import.upload')}</Button>
      </FormEnd>
    </form>
  )
}

/** What was imported before, the latest first. */
export function EarlierImports({ rows, page, pageSize, total }: { rows: Batch[]; page: number; pageSize: number; total: number }) {
  const t = useT()
  const format = useFormat()
  const { search } = useUi()
  if (rows.length === 0) return <EmptyState title={t('import.none')}>{t('import.none.next')}</EmptyState>
  const path = '/bureau/contracts/import'
  return (
    <>
      <ResultList label={t('import.earlier')}>
        {rows.map((batch) => (
          <ResultRow key={batch.id} kind={t('import.file')} to={`${path}/${batch.id}`} title={batch.fileName} line={[t('import.by', { name: batch.createdBy, rows: format.count(batch.total) })]} state={<ImportState state={batch.state} />} date={<Time at={new Date(batch.createdAt)} />} />
        ))}
      </ResultList>
      <Pagination page={page} pages={Math.ceil(total / pageSize)} total={total} from={(page - 1) * pageSize + 1} to={Math.min(page * pageSize, total)} hrefFor={(number) => withParams(path, search, { page: number === 1 ? null : String(number) })} />
    </>
  )
}
