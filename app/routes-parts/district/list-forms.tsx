import type { ListKind } from '~/domain/district/schema'
import type { Translate } from '~/i18n'
import { Button, ButtonRow, Duo, HiddenField, Note, Section, StateTag, TextField, useT, type FormError } from '~/ui'
import { scopeOf } from '../contracts/values'
import type { Returned } from '../shared/refused'

export type Entry = { kind: ListKind; key: string; nameZh: string; nameEn: string; active: boolean }
type Props = { kind: ListKind; entries: Entry[]; back: Returned | null }

/** Landing areas or themes: each can be renamed, retired and brought back; a new one is added at the end. */
export function EntryList({ kind, entries, back }: Props) {
  const t = useT()
  return (
    <Section id={kind} title={t(`list.${kind}.title`)}>
      <Note className="mt-1">{t(`list.${kind}.lead`)}</Note>
      <ul className="mt-2">
        {entries.map((entry) => <li key={entry.key}><EntryForm entry={entry} back={back} /></li>)}
      </ul>
      <AddEntry kind={kind} back={back} />
    </Section>
  )
}

/** What is wrong with the one entry that came back: it may stand far down, so the page says it at its top. */
export function listErrors(back: Returned | null, t: Translate): FormError[] {
  if (!back) return []
  const [name = '', kind, key] = back.intent.split(':')
  const scope = name === 'add' ? back.intent : `entry:${kind}:${key}`
  return scopeOf(scope, { ...back, intent: scope }).errors({ nameZh: t('list.field.nameZh'), nameEn: t('list.field.nameEn') })
}

const step = (name: string, { kind, key }: Entry) => `${name}:${kind}:${key}`

function EntryForm({ entry, back }: { entry: Entry; back: Returned | null }) {
  const t = useT()
  const scope = `entry:${entry.kind}:${entry.key}`
  const mine = back && ['rename', 'retire', 'restore'].some((name) => back.intent === step(name, entry)) ? { ...back, intent: scope } : null
  const { field, open } = scopeOf(scope, mine)
  const labels = { nameZh: t('list.field.nameZh'), nameEn: t('list.field.nameEn') }
  /** A conflict has named what is stored now; after wrong input a change in between must still be noticed. */
  const seen = (name: 'seenZh' | 'seenEn', stored: string) => (mine && Object.keys(mine.errors).length > 0 ? field(name, '', stored).value : stored)
  return (
    <details className="mt-2" open={open}>
      <summary>
        {entry.nameZh} <span className="text-sm text-ink-soft">{entry.nameEn}</span>
        {!entry.active && <> <StateTag tone="shut">{t('list.retired')}</StateTag></>}
      </summary>
      <form method="post" noValidate className="max-w-measure pb-4" aria-label={t('list.change', { name: entry.nameZh })}>
        <HiddenField name={`${scope}[seenZh]`} value={seen('seenZh', entry.nameZh)} />
        <HiddenField name={`${scope}[seenEn]`} value={seen('seenEn', entry.nameEn)} />
        <Duo>
          <TextField {...field('nameZh', labels.nameZh, entry.nameZh)} autoComplete="off" required />
          <TextField {...field('nameEn', labels.nameEn, entry.nameEn)} autoComplete="off" required />
        </Duo>
        <ButtonRow>
          <Button name="intent" value={step('rename', entry)}>{t('list.rename.action')}</Button>
          {entry.active ? <Button variant="stop" name="intent" value={step('retire', entry)}>{t('list.retire.action')}</Button> : <Button name="intent" value={step('restore', entry)}>{t('list.restore.action')}</Button>}
        </ButtonRow>
        <Note className="mt-2">{`${t('list.column.code')} ${entry.key}${entry.active ? `。${t('list.retire.note')}` : ''}`}</Note>
      </form>
    </details>
  )
}

function AddEntry({ kind, back }: { kind: ListKind; back: Returned | null }) {
  const t = useT()
  const scope = `add:${kind}:new`
  const { field, open } = scopeOf(scope, back)
  const labels = { nameZh: t('list.field.nameZh'), nameEn: t('list.field.nameEn') }
  return (
    <details className="mt-5" open={open}>
      <summary><b>{t(`list.add.${kind}`)}</b></summary>
      <form method="post" noValidate className="max-w-measure">
        <TextField {...field('nameZh', labels.nameZh)} autoComplete="off" required />
        <TextField {...field('nameEn', labels.nameEn)} hint={t('list.field.nameEn.hint')} autoComplete="off" required />
        <Button className="mt-4" variant="main" name="intent" value={scope}>{t('list.add.action')}</Button>
      </form>
    </details>
  )
}
