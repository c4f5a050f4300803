import type { ApplicationView } from '~/domain/applications/view'
import { ActionPanel, Button, ErrorSummary, HiddenField, Note, RadioGroup, TextArea, TextField, useT } from '~/ui'
import { summary, typed, type Returned } from '../shared/refused'

type Can = { edit: boolean; submit: boolean; withdraw: boolean; returnIt: boolean; takeOn: boolean; shortlist: boolean; score: boolean; choose: boolean; contract: boolean; phase: number | null }
type Scores = { mine: { total: number; points: { criterionId: string; points: number; comment: string }[] } | null; reviewers: number; all: { mean: number } | null } | null
type Props = { application: ApplicationView; can: Can; scores: Scores; back: Returned | null }

/** What can be done with an application now, by its applicant or by those who choose. */
export function ApplicationDesk({ application, can, scores, back }: Props) {
  const t = useT()
  const own = (intent: string) => (back?.intent === intent ? back : null)
  const choose = application.target.kind === 'need' ? `/workspace/needs/${application.target.address}/choose` : `/workspace/scenarios/${application.target.address}/choose`
  const reasons = ([['return', can.returnIt], ['withdraw', can.withdraw]] as const).filter(([, may]) => may).map(([intent]) => intent)
  const labels: Record<string, string> = { reason: t('common.reason') }
  for (const one of application.evidence) labels[`points.${one.criterionId}`] = one.name
  const typedPoints = own('score')?.values.points as Record<string, string> | undefined
  return (
    <ActionPanel note={can.takeOn ? t('application.act.takeOn.note') : undefined}>
      <ErrorSummary errors={summary(back, labels, { reason: `${back?.intent}-reason` })} />
      <div className="flex flex-wrap gap-3">
        {can.submit && <Button variant="main" to={`/workspace/applications/${application.number}/check`}>{t('application.act.check')}</Button>}
        {can.edit && <Button to={`/workspace/applications/${application.number}/edit`}>{t('application.act.edit')}</Button>}
        {can.takeOn && <form method="post"><Button variant="main" name="intent" value="takeOn">{t('application.act.takeOn')}</Button></form>}
        {can.shortlist && <form method="post"><Button name="intent" value="shortlist">{t('application.act.shortlist')}</Button></form>}
        {can.contract && <Button variant="main" to={`/workspace/contracts/new?application=${application.number}`}>{t('application.act.contract')}</Button>}
        {can.choose && ['submitted', 'under_review', 'shortlisted'].includes(application.state) && <Button to={choose}>{t('application.act.choose')}</Button>}
      </div>
      {can.score && scores && (
        <form method="post" noValidate className="mt-4">
          <Note>{t('application.score.hint')}</Note>
          {application.evidence.map((one) => (
            <TextField key={one.criterionId} name={`points[${one.criterionId}]`} label={t('application.score.points', { name: one.name, weight: one.weight })} inputMode="numeric" half error={own('score')?.errors[`points.${one.criterionId}`]} value={typedPoints?.[one.criterionId] ?? String(scores.mine?.points.find((point) => point.criterionId === one.criterionId)?.points ?? '')} />
          ))}
          <Button name="intent" value="score" className="mt-3">{t(scores.mine ? 'application.act.rescore' : 'application.act.score')}</Button>
          <Note className="mt-2">{scores.all ? t('application.score.mean', { reviewers: scores.reviewers, mean: scores.all.mean }) : scores.reviewers > 0 ? t('application.score.closed', { reviewers: scores.reviewers }) : t('application.score.none')}</Note>
        </form>
      )}
      {can.phase !== null && (
        <form method="post" noValidate className="mt-4">
          <HiddenField name="phase" value={String(can.phase)} />
          <RadioGroup name="decision" label={t('application.act.phase', { phase: can.phase })} options={(['proceed', 'stop'] as const).map((value) => ({ value, label: t(`application.act.phase.${value}`) }))} error={own('phase')?.errors.decision} value={typed(own('phase'), 'decision', '')} />
          <TextArea id="phase-reason" name="reason" label={t('common.reason')} max={300} rows={2} required error={own('phase')?.errors.reason} value={typed(own('phase'), 'reason', '')} />
          <Button name="intent" value="phase" className="mt-3">{t('application.act.phase', { phase: can.phase })}</Button>
        </form>
      )}
      {reasons.map((intent) => (
        <details key={intent} className="mt-4" open={own(intent) !== null}>
          <summary>{t(`application.act.${intent}`)}</summary>
          <form method="post" noValidate>
            <TextArea id={`${intent}-reason`} name="reason" label={t('common.reason')} hint={t(intent === 'return' ? 'application.act.return.hint' : application.state === 'selected' ? 'application.act.withdraw.won' : 'application.act.withdraw.hint')} max={300} rows={3} required error={own(intent)?.errors.reason} value={typed(own(intent), 'reason', '')} />
            <Button variant={intent === 'withdraw' ? 'stop' : 'plain'} name="intent" value={intent} className="mt-3">{t(`application.act.${intent}`)}</Button>
          </form>
        </details>
      ))}
    </ActionPanel>
  )
}
