import { wordKinds } from '~/domain/search-words/schema'
import { Button, DataTable, EmptyState, ErrorSummary, HiddenField, Note, RadioGroup, Section, StateTag, TextField, localPath, useFormat, useUi } from '~/ui'
import { summary, typed, type Returned } from '../shared/refused'

type Line = { kind: (typeof wordKinds)[number]; line: string; origin: 'listed' | 'own' | 'removed' }
const tones = { listed: 'shut', own: 'open', removed: 'wait' } as const

/** The lists, narrowed by a word; each line can be taken out, or brought back. */
export function WordLines({ q, lines, total }: { q: string; lines: Line[]; total: number }) {
  const { t, locale } = useUi()
  const format = useFormat()
  const act = ({ kind, line, origin }: Line) => {
    const [step, label] = origin === 'removed' ? (['restore', t('words.restore')] as const) : (['remove', t(origin === 'own' ? 'words.remove.own' : 'words.remove')] as const)
    return (
      <form method="post">
        <HiddenField name="kind" value={kind} />
        <HiddenField name="line" value={line} />
        <Button small variant={step === 'remove' ? 'stop' : undefined} className="whitespace-nowrap" name="intent" value={step} label={`${label} ${line}`}>{label}</Button>
      </form>
    )
  }
  return (
    <Section id="lines" title={t('words.list')}>
      <form method="get" action={localPath('/bureau/settings/words', locale)} className="max-w-measure" noValidate>
        <TextField name="q" label={t('words.q')} value={q} autoComplete="off" spellCheck={false} half />
        <Button className="mt-3">{t('words.q.action')}</Button>
      </form>
      <Note className="mt-4">{total > lines.length ? t('words.count.more', { count: format.count(total), shown: format.count(lines.length) }) : t('words.count', { count: format.count(total) })}</Note>
      {lines.length === 0 ? (
        <EmptyState title={t('words.none')}>{t('words.none.next')}</EmptyState>
      ) : (
        <div className="mt-3"><DataTable
          caption={t('words.list')}
          hideCaption
          rows={lines}
          rowKey={({ kind, line }) => `${kind} ${line}`}
          columns={[
            { key: 'line', head: t('words.column.line'), cell: ({ line }) => line },
            { key: 'kind', head: t('words.column.kind'), cell: ({ kind }) => t(`words.kind.${kind}`) },
            { key: 'origin', head: t('words.column.origin'), cell: ({ origin }) => <StateTag tone={tones[origin]}>{t(`words.origin.${origin}`)}</StateTag> },
            { key: 'act', head: t('words.column.act'), cell: act },
          ]}
        /></div>
      )}
    </Section>
  )
}

/** One more line. */
export function AddLine({ back }: { back: Returned | null }) {
  const { t } = useUi()
  const labels = { kind: t('words.field.kind'), line: t('words.field.line') }
  const mine = back?.intent === 'add' ? back : null
  return (
    <Section id="add" title={t('words.add')}>
      <form method="post" noValidate className="max-w-measure">
        <ErrorSummary errors={mine ? summary(mine, labels) : summary(back, { line: labels.line })} />
        <RadioGroup name="kind" label={labels.kind} value={typed(mine, 'kind', 'synonym')} error={mine?.errors.kind} options={wordKinds.map((kind) => ({ value: kind, label: t(`words.kind.${kind}`), hint: t(`words.kind.${kind}.hint`) }))} />
        <TextField name="line" label={labels.line} hint={t('words.field.line.hint')} value={typed(mine, 'line', '')} error={mine?.errors.line} autoComplete="off" spellCheck={false} required />
        <Button variant="main" className="mt-3" name="intent" value="add">{t('words.add.action')}</Button>
      </form>
    </Section>
  )
}
