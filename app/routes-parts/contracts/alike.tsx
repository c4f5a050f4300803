import type { Alike } from '~/domain/contracts/apart.server'
import { Button, Duo, EmptyState, ErrorSummary, FormEnd, HiddenField, Link, Pagination, StateTag, TextArea, TextField, useFormat, useT, useUi } from '~/ui'
import { withParams } from '../shared/lists'
import { summary, typed, type Returned } from '../shared/refused'
import { stateTone } from './row'

/** A decision on one pair: which of the two it is about, and why. */
function Decide({ id, into, intent, label, stop }: { id: string; into: string; intent: 'merge' | 'apart'; label: string; stop?: boolean }) {
  const t = useT()
  return (
    <details className="mt-2">
      <summary>{label}</summary>
      <form method="post" noValidate>
        <HiddenField name="id" value={id} />
        <HiddenField name="into" value={into} />
        <TextArea id={`${intent}-${id}-${into}`} name="reason" label={t('common.reason')} rows={2} max={300} required />
        <Button className="mt-2" variant={stop ? 'stop' : 'plain'} name="intent" value={intent}>{label}</Button>
      </form>
    </details>
  )
}

/** The same for any two by their numbers; a decision that was refused comes back here, with what was typed. */
export function AlikeByNumber({ back }: { back: Returned | null }) {
  const t = useT()
  const labels = { id: t('contract.alike.id'), into: t('contract.alike.into'), reason: t('common.reason') }
  return (
    <details className="mt-4" open={back !== null}>
      <summary>{t('contract.alike.by_number')}</summary>
      <form method="post" noValidate>
        <ErrorSummary errors={summary(back, labels)} />
        <Duo>
          <TextField name="id" label={labels.id} value={typed(back, 'id', '')} error={back?.errors.id} required />
          <TextField name="into" label={labels.into} value={typed(back, 'into', '')} error={back?.errors.into} required />
        </Duo>
        <TextArea name="reason" label={labels.reason} rows={2} max={300} value={typed(back, 'reason', '')} error={back?.errors.reason} required />
        <FormEnd>
          <Button variant="stop" name="intent" value="merge">{t('contract.alike.merge')}</Button>
          <Button name="intent" value="apart">{t('contract.alike.apart')}</Button>
        </FormEnd>
      </form>
    </details>
  )
}

/** Pairs that may be one contract, side by side, with what can be decided on each. */
export function AlikeList({ pairs, page, pageSize, total }: { pairs: Alike[]; page: number; pageSize: number; total: number }) {
  const t = useT()
  const format = useFormat()
  const { search } = useUi()
  if (pairs.length === 0) return <EmptyState title={t('contract.alike.none')}>{t('contract.alike.none.next')}</EmptyState>
  const path = '/bureau/contracts/alike'
  return (
    <>
      <ol className="log mt-4" aria-label={t('contract.alike.title')}>
        {pairs.map(({ why, pair: [one, other] }, index) => (
          <li key={`${one.id} ${other.id}`}>
            <span className="figures text-sm">{format.count((page - 1) * pageSize + index + 1)}</span>
            <div className="min-w-0">
              <p><StateTag tone="wait">{t(`import.twin.${why}`)}</StateTag></p>
              <p className="text-sm text-ink-soft">{t('contract.row.parties', { seller: one.seller ?? '', buyer: one.buyer ?? '' })}</p>
              {[one, other].map((contract) => (
                <p key={contract.id} className="mt-1">
                  <Link to={`/bureau/contracts/${contract.id}`}>{contract.number} {contract.projectName}</Link>　{t('contract.row.signed', { date: format.date(contract.signedOn, { year: true }) })}　{contract.totalAmount === null ? t('contract.pending') : format.wan(contract.totalAmount)}　<StateTag tone={stateTone[contract.state]}>{t(`contract.state.${contract.state}`)}</StateTag>
                </p>
              ))}
              <Decide id={other.id} into={one.id} intent="merge" label={t('contract.alike.keep', { number: one.id })} stop />
              <Decide id={one.id} into={other.id} intent="merge" label={t('contract.alike.keep', { number: other.id })} stop />
              <Decide id={one.id} into={other.id} intent="apart" label={t('contract.alike.apart')} />
            </div>
          </li>
        ))}
      </ol>
      <Pagination page={page} pages={Math.ceil(total / pageSize)} total={total} from={(page - 1) * pageSize + 1} to={Math.min(page * pageSize, total)} hrefFor={(number) => withParams(path, search, { page: number === 1 ? null : String(number), done: null })} />
    </>
  )
}
