import type { Standing } from '~/domain/statistics/targets.server'
import { measures } from '~/domain/statistics/schema'
import { Button, DateField, Duo, ErrorSummary, HiddenField, Note, SelectField, TextField, useUi } from '~/ui'
import { scopeOf } from '../contracts/values'
import type { Returned } from '../shared/refused'
import { valueWords } from './words'

const fields = ['startsOn', 'endsOn', 'measure', 'value', 'source', 'reason'] as const

/** One target with its period, or a new one; a change says why. The intent is the target's id, or `create`. */
export function TargetForm({ standing, back }: { standing: Standing | null; back: Returned | null }) {
  const { t, format } = useUi()
  const intent = standing?.id ?? 'create'
  const scope = scopeOf(intent, back)
  const stored: Partial<Record<string, string>> = standing ? { startsOn: standing.period.from, endsOn: standing.period.to, measure: standing.measure, value: standing.target, source: standing.source } : {}
  const of = (name: (typeof fields)[number]) => scope.field(name, t(`target.${name}`), stored[name])
  const words = standing && [standing.period.from.slice(0, 4), '—', standing.period.to.slice(0, 4), '　', t(`statistics.measure.${standing.measure}`), '　', valueWords(standing, standing.target, t, format)].join('')
  return (
    <details className="mt-4" open={scope.open || standing === null}>
      <summary>{words ?? t('target.new')}</summary>
      {standing && <Note>{`${t('target.current')}：${valueWords(standing, standing.current, t, format)}`}</Note>}
      <form method="post" noValidate>
        <ErrorSummary errors={scope.errors(Object.fromEntries(fields.map((name) => [name, t(`target.${name}`)])))} />
        {standing && <HiddenField name={`${intent}[version]`} value={String(standing.version)} />}
        <Duo>
          <DateField {...of('startsOn')} required />
          <DateField {...of('endsOn')} required />
        </Duo>
        <Duo>
          <SelectField {...of('measure')} placeholder={null} options={measures.map((value) => ({ value, label: t(`statistics.measure.${value}`) }))} required />
          <TextField {...of('value')} inputMode="decimal" hint={t('target.value.hint')} required />
        </Duo>
        <TextField {...of('source')} required />
        <TextField {...of('reason')} hint={t('target.reason.hint')} required />
        <Button variant="main" className="mt-4" name="intent" value={intent}>{t(standing ? 'target.save' : 'target.add')}</Button>
      </form>
    </details>
  )
}
