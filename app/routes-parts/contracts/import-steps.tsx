import type { ImportPage } from '~/domain/imports/read.server'
import { letterOf } from '~/domain/imports/header'
import { Button, Checkbox, Facts, FormEnd, HiddenField, Link, MeterBar, Note, Notice, Section, SelectField, TextArea, Time, useFormat, useT, useUi } from '~/ui'
import { typed, typedRecord, type Returned } from '../shared/refused'
import { ImportState } from './import'

const rowStates = ['good', 'bad', 'known', 'left_out', 'written', 'kept', 'undone'] as const

/** Where the file stands, and how many of its rows are how. While a job is at work a script looks again; without it a link does. */
export function ImportFacts({ read: { batch, counts, missing } }: { read: ImportPage }) {
  const t = useT()
  const format = useFormat()
  const { nonce } = useUi()
  const busy = batch.state === 'received' || batch.state === 'writing'
  const of = batch.state === 'writing' ? (counts.good ?? batch.total) : batch.total
  const progress = t('import.progress', { done: format.count(batch.progress), total: format.count(of) })
  return (
    <>
      <p className="mt-2"><ImportState state={batch.state} />　{t('import.by', { name: batch.createdBy, rows: format.count(batch.total) })}　<Time at={new Date(batch.createdAt)} /></p>
      {(batch.sheet || batch.hidden.length > 0) && <Note className="mt-2">{batch.sheet && t('import.sheet', { sheet: batch.sheet, line: batch.headerLine })} {batch.hidden.length > 0 && t('import.hidden', { sheets: batch.hidden.join('、') })}</Note>}
      {busy && (
        <div className="mt-5 max-w-measure" data-follow aria-live="polite">
          <MeterBar share={of === 0 ? 0 : batch.progress / of} label={progress} />
          <p className="figures mt-2">{progress}　<Link to={`/bureau/contracts/import/${batch.id}`}>{t('import.progress.again')}</Link></p>
          {nonce && <script type="module" src="/follow.js" nonce={nonce} />}
        </div>
      )}
      {batch.state === 'written' && <Notice tone="calm" role="status" className="mt-4" title={t('import.written', { count: format.count(counts.written ?? 0) })} actions={[{ to: `/bureau/contracts/import/${batch.id}?show=all#rows`, label: t('import.see_contracts') }]} />}
      {batch.state === 'undone' && <Notice role="status" className="mt-4" title={t('import.undone', { count: format.count(counts.undone ?? 0), kept: format.count(counts.kept ?? 0) })} />}
      {!busy && missing.length > 0 && batch.state === 'checked' && <Notice tone="stop" className="mt-4" title={t('import.mapping.missing', { columns: missing.join('、') })} actions={[{ to: '#mapping', label: t('import.mapping') }]} />}
      {!busy && <Facts small items={rowStates.flatMap((state) => (counts[state] ? [{ term: t(`import.row.${state}`), detail: format.count(counts[state]) }] : []))} />}
    </>
  )
}

/** Writes what is good: bad rows must be mended, or left out knowingly. */
export function ImportWrite({ read: { counts } }: { read: ImportPage }) {
  const t = useT()
  const format = useFormat()
  const { good = 0, bad = 0 } = counts
  return (
    <Section id="write" title={t('import.write.title')}>
      <form method="post" noValidate>
        <Note>{t('import.write.note')}</Note>
        {bad > 0 && good > 0 && <Checkbox name="withoutBad" label={t('import.write.without', { count: format.count(bad) })} />}
        <FormEnd>
          {good > 0 && <Button variant="main" name="intent" value="start">{t('import.write', { count: format.count(good) })}</Button>}
          <Button name="intent" value="discard">{t('import.discard')}</Button>
        </FormEnd>
      </form>
    </Section>
  )
}

/** Where each column goes. */
export function ImportMapping({ read: { mapping, choices, missing }, back }: { read: ImportPage; back: Returned | null }) {
  const t = useT()
  const chosen = typedRecord(back?.intent === 'map' ? back : null, 'columns')
  const options = [{ value: '', label: t('import.mapping.leave') }, ...choices]
  return (
    <Section id="mapping" title={t('import.mapping')}>
      <details open={missing.length > 0 || back?.intent === 'map'}>
        <summary>{t('import.mapping.note')}</summary>
        <form method="post" noValidate className="mt-3">
          {mapping.map(({ at, header, path, samples }) => {
            const column = { header, letter: letterOf(at + 1), samples }
            return <SelectField key={at} name={`columns[${at}]`} label={samples ? t('import.mapping.column', column) : t('import.mapping.column_empty', column)} value={chosen[at] ?? path} options={options} error={back?.errors[`columns.${at}`]} />
          })}
          <FormEnd>
            <Button name="intent" value="map">{t('import.mapping.save')}</Button>
          </FormEnd>
        </form>
      </details>
    </Section>
  )
}

/** Takes the whole import back, with a reason. */
export function ImportUndo({ back }: { back: Returned | null }) {
  const t = useT()
  return (
    <Section id="undo" title={t('import.undo')}>
      <details open={back?.intent === 'undo'}>
        <summary>{t('import.undo.note')}</summary>
        <form method="post" noValidate className="mt-3">
          <HiddenField name="intent" value="undo" />
          <TextArea name="reason" label={t('import.undo.reason')} rows={2} max={300} value={typed(back, 'reason', '')} error={back?.errors.reason} required />
          <Checkbox name="confirmed" label={t('import.undo.confirm')} error={back?.errors.confirmed} required />
          <FormEnd>
            <Button variant="stop">{t('import.undo')}</Button>
          </FormEnd>
        </form>
      </details>
    </Section>
  )
}
