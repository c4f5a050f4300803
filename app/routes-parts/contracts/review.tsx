import type { ContractDetail } from '~/domain/contracts/read.server'
import { canStep } from '~/domain/contracts/rules'
import { correctable } from '~/domain/contracts/schema'
import { ActionPanel, Button, Checkbox, DateField, ErrorSummary, HiddenField, MoneyField, Note, SelectField, TextArea, TextField, useT } from '~/ui'
import type { Returned } from '../shared/refused'
import { Decision } from './decide'
import { scopeOf } from './values'

type Props = { contract: ContractDetail; back: Returned | null; today: string; office: string }

/** What the reviewer can decide now: register or ask for a correction first, the rarer steps folded away. */
export function ContractReview({ contract, back, today, office }: Props) {
  const t = useT()
  const { state, can } = contract
  const may = (to: Parameters<typeof canStep>[1]) => can.review && canStep(state, to)
  const inReview = state === 'reported' || state === 'under_review' || state === 'correction_requested'
  const [correction, merge, terminate] = [scopeOf('correction', back), scopeOf('merge', back), scopeOf('terminate', back)]
  const nothing = !can.review || (!contract.merged && !inReview && !may('amended'))
  const labels = { registrationNumber: t('contract.review.number'), registrationOffice: t('contract.review.office'), registeredOn: t('contract.review.registered'), field: t('contract.review.correction.field'), note: t('contract.review.correction.note'), into: t('contract.review.merge.into'), terminatedOn: t('contract.review.terminate.on'), reason: t('common.reason') }
  return (
    <ActionPanel title={t('contract.review.title')}>
      <ErrorSummary errors={scopeOf(back?.intent ?? '', back).errors(labels)} />
      {nothing && !can.revoke && <Note>{t('contract.review.none')}</Note>}
      {may('under_review') && state === 'reported' && (
        <form method="post"><Button variant="main" name="intent" value="start">{t('contract.review.start')}</Button></form>
      )}
      {may('registered') && <Register contract={contract} back={back} today={today} office={office} />}
      {(may('correction_requested') || (can.review && state === 'correction_requested')) && (
        <Decision intent="correction" label={t('contract.review.correction')} back={back}>
          <SelectField {...correction.field('field', labels.field)} required options={correctable.map((value) => ({ value, label: t(`contract.field.${value}`) }))} />
          <TextArea {...correction.field('note', labels.note)} hint={t('common.reason.hint')} max={300} rows={3} required />
        </Decision>
      )}
      {may('refused') && <Decision intent="refuse" label={t('contract.review.refuse')} back={back} reason stop />}
      {can.review && inReview && (
        <Decision intent="dispute" label={t(contract.disputed ? 'contract.review.dispute.off' : 'contract.review.dispute.on')} back={back} reason>
          <HiddenField name="dispute[disputed]" value={contract.disputed ? '' : 'on'} />
        </Decision>
      )}
      {can.review && !contract.merged && (
        <Decision intent="merge" label={t('contract.review.merge')} back={back} reason stop>
          <TextField {...merge.field('into', labels.into)} hint={t('contract.review.merge.hint')} required />
        </Decision>
      )}
      {can.review && contract.merged && <Decision intent="unmerge" label={t('contract.review.unmerge')} back={back} reason />}
      {may('amended') && <Amend contract={contract} back={back} today={today} />}
      {may('terminated') && (
        <Decision intent="terminate" label={t('contract.review.terminate')} back={back} reason stop>
          <DateField {...terminate.field('terminatedOn', labels.terminatedOn, today)} required />
        </Decision>
      )}
      {can.revoke && canStep(state, 'revoked') && <Decision intent="revoke" label={t('contract.review.revoke')} back={back} reason stop />}
    </ActionPanel>
  )
}

/** The first reviewer's agreement where two are needed, else the registration itself. */
function Register({ contract, back, today, office }: Props) {
  const t = useT()
  const scope = scopeOf('register', back)
  if (contract.second && !contract.firstReviewed) {
    return (
      <form method="post">
        <Button variant="main" name="intent" value="first">{t('contract.review.first')}</Button>
        <Note className="mt-2">{t('contract.review.first.note', { why: t(contract.disputed ? 'contract.review.first.disputed' : 'contract.review.first.amount') })}</Note>
      </form>
    )
  }
  if (contract.second && contract.firstReviewedByMe) return <Note>{t('contract.review.first.mine')}</Note>
  return (
    <form method="post" noValidate>
      <TextField {...scope.field('registrationNumber', t('contract.review.number'))} required autoComplete="off" />
      <TextField {...scope.field('registrationOffice', t('contract.review.office'), office)} required />
      <DateField {...scope.field('registeredOn', t('contract.review.registered'), today)} required />
      <Button variant="main" name="intent" value="register" className="mt-4">{t('contract.review.register')}</Button>
      <Note className="mt-2">{t('contract.review.register.note')}</Note>
    </form>
  )
}

/** New amounts from a day on; what they were stays in the record. */
function Amend({ contract, back, today }: Omit<Props, 'office'>) {
  const t = useT()
  const scope = scopeOf('amend', back)
  const field = (name: 'totalAmount' | 'equipmentAmount' | 'materialAmount' | 'technologyAmount') => scope.field(name, t(`contract.field.${name}`), contract.pending ? '' : (contract[name] ?? ''))
  const { value: pending, ...box } = scope.field('pending', t('contract.field.pending'), contract.pending ? 'on' : '')
  return (
    <Decision intent="amend" label={t('contract.review.amend')} back={back} reason>
      <HiddenField name="amend[version]" value={String(contract.version)} />
      <MoneyField {...field('totalAmount')} />
      <Checkbox {...box} checked={pending !== ''} />
      <MoneyField {...field('equipmentAmount')} />
      <MoneyField {...field('materialAmount')} />
      <MoneyField {...field('technologyAmount')} hint={t('contract.field.technologyAmount.hint')} />
      <DateField {...scope.field('effectiveOn', t('contract.review.amend.effective'), today)} required />
    </Decision>
  )
}
