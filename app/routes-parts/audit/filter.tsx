import { Button, DateField, Duo, FormEnd, Link, SelectField, TextField, localPath, useUi } from '~/ui'
import { entityWord } from './words'

export type AuditFilter = { entity: string | null; entityId: string | null; actor: string | null; from: string | null; to: string | null }
type Props = { filter: AuditFilter; typed: { from: string; to: string }; entities: string[]; active: boolean }

/** What of the trail to show: a GET form, so that the address names it. A day that is none stays in its field and is said. */
export function AuditFilterForm({ filter, typed, entities, active }: Props) {
  const { t, locale } = useUi()
  const wrong = (['from', 'to'] as const).filter((name) => typed[name] && filter[name] === null)
  const error = (name: 'from' | 'to') => (wrong.includes(name) ? t('audit.bad_day', { typed: typed[name].slice(0, 20) }) : undefined)
  return (
    <details className="mt-4" open={active || wrong.length > 0}>
      <summary>{t('audit.filter.open')}</summary>
      <form method="get" action={localPath('/bureau/audit', locale)} aria-label={t('audit.filter')} className="max-w-measure" noValidate>
        <Duo>
          <SelectField name="entity" label={t('audit.filter.entity')} placeholder={t('common.all')} value={filter.entity ?? ''} options={entities.map((value) => ({ value, label: entityWord(t, value) }))} />
          <TextField name="entityId" label={t('audit.filter.entityId')} value={filter.entityId ?? ''} autoComplete="off" spellCheck={false} />
        </Duo>
        <TextField name="actor" label={t('audit.filter.actor')} hint={t('audit.filter.actor.hint')} value={filter.actor ?? ''} autoComplete="off" half />
        <Duo>
          <DateField name="from" label={t('audit.filter.from')} value={typed.from} error={error('from')} />
          <DateField name="to" label={t('audit.filter.to')} value={typed.to} error={error('to')} />
        </Duo>
        <FormEnd>
          <Button>{t('audit.filter.action')}</Button>
          {active && <Link to="/bureau/audit">{t('audit.filter.clear')}</Link>}
        </FormEnd>
      </form>
    </details>
  )
}
