import type { ApplicationSummary } from '~/domain/applications/view'
import { Page } from '~/page'
import { Button, ChoiceRow, EmptyState, ErrorSummary, Link, Notice, PageTitle, SoftLine, StateTag, TextArea, useFormat, useT } from '~/ui'
import { workspaceCrumbs } from '../accounts/crumbs'
import { summary, typedList, typedRecord, type Returned } from '../shared/refused'
import { applicationTone } from './rows'

export type ChooseData = { target: { kind: 'need' | 'scenario'; address: string; title: string; open: boolean; teams: number }; rows: (ApplicationSummary & { total: { mean: number } | null })[]; mayChoose: boolean; ownDesk: boolean }

/** One decision for all applications: who is chosen, and for each of the others the reason why not. */
export function ChoosePage({ data, back }: { data: ChooseData; back: Returned | null }) {
  const t = useT()
  const format = useFormat()
  const { target, rows } = data
  const scenario = target.kind === 'scenario'
  const undecided = rows.filter((row) => ['submitted', 'under_review', 'shortlisted'].includes(row.state))
  const labels: Record<string, string> = { winners: t('application.field.winners') }
  for (const row of undecided) labels[`reasons.${row.number}`] = `${row.number} ${row.applicant}`
  const winners = typedList(back, 'winners', [])
  const typedReasons = typedRecord(back, 'reasons')
  const desk = !data.ownDesk ? `/${scenario ? 'scenarios' : 'needs'}/${target.address}` : scenario ? `/workspace/scenarios/${target.address}` : `/workspace/needs/${target.address}`
  return (
    <Page current={scenario ? 'scenarios' : 'needs'} crumbs={workspaceCrumbs(t, { label: target.title, to: desk })}>
      <PageTitle title={t(scenario ? 'application.choose.title.scenario' : 'application.choose.title')} lead={scenario ? t('application.choose.lead.scenario') : t('application.choose.lead', { most: target.teams })} />
      <ErrorSummary errors={summary(back, labels)} />
      {target.open && data.mayChoose && <Notice className="mt-4">{t('application.choose.open')}</Notice>}
      {!data.mayChoose || undecided.length === 0 ? <EmptyState title={t('application.choose.none')} actions={<Button to={desk}>{t('application.choose.back')}</Button>} /> : (
        <form method="post" noValidate className="mt-6 max-w-[52rem]" id="field-winners">
          {undecided.map((row, index) => (
            <section key={row.id} className="border-t border-line py-4" aria-labelledby={`row-${index}`}>
              <h2 id={`row-${index}`} className="text-lg"><Link to={`/workspace/applications/${row.number}`}>{row.applicant}</Link></h2>
              <SoftLine items={[<StateTag key="state" tone={applicationTone[row.state]}>{t(`application.state.${row.state}`)}</StateTag>, row.number, row.cost && format.wan(row.cost), row.total && t('application.score.short', { mean: row.total.mean })].filter(Boolean)} />
              {row.state === 'submitted' ? <p className="text-sm text-ink-soft">{t('application.choose.not_taken')}</p> : <ChoiceRow type={target.teams > 1 ? 'checkbox' : 'radio'} id={`winner-${index}`} name="winners" value={row.number} label={t('application.choose.pick')} checked={winners.includes(row.number)} />}
              <TextArea name={`reasons[${row.number}]`} label={t('application.choose.reason.for', { number: row.number, applicant: row.applicant })} hint={t('application.choose.reason.hint')} max={300} rows={2} error={back?.errors[`reasons.${row.number}`]} value={typedReasons[row.number] ?? ''} />
            </section>
          ))}
          <Button variant="main" name="intent" value="choose" className="mt-4">{t('application.choose.send')}</Button>
        </form>
      )}
    </Page>
  )
}
