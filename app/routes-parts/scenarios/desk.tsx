import { landingMachine, publicationMachine } from '~/domain/scenarios/rules'
import { ActionPanel, Button, ErrorSummary, SelectField, TextArea, useT } from '~/ui'
import { summary, typed, type Returned } from '../shared/refused'

type Scenario = { recordId: string; publication: keyof typeof publicationMachine.next; landing: keyof typeof landingMachine.next; can: { edit: boolean; submit: boolean } }

/** What the department can do now: change, submit, move the landing on, withdraw with a reason. */
export function ScenarioDesk({ scenario, back }: { scenario: Scenario; back: Returned | null }) {
  const t = useT()
  const next = publicationMachine.next[scenario.publication]
  const landings = scenario.publication === 'published' ? landingMachine.next[scenario.landing] : []
  const error = (intent: string, name: string) => (back?.intent === intent ? back.errors[name] : undefined)
  return (
    <ActionPanel note={next.includes('submitted') ? t('scenario.action.submit.note') : undefined}>
      <ErrorSummary errors={summary(back, { reason: t('common.reason'), landing: t('scenario.part.landing') })} />
      {next.includes('submitted') && (
        <form method="post">
          <Button variant="main" name="intent" value="submit">{t('scenario.action.submit')}</Button>
        </form>
      )}
      {scenario.can.edit && (
        <p className="mt-3">
          <Button to={`/workspace/scenarios/${scenario.recordId}/edit`}>{t('common.edit')}</Button>
        </p>
      )}
      {landings.length > 0 && (
        <form method="post" className="mt-4" noValidate>
          <SelectField name="landing" label={t('scenario.action.landing')} error={error('landing', 'landing')} value={back?.intent === 'landing' ? typed(back, 'landing', '') : undefined} options={landings.map((value) => ({ value, label: t(`landing.${value}`) }))} />
          <Button name="intent" value="landing" className="mt-3">{t('scenario.action.landing')}</Button>
        </form>
      )}
      {next.includes('withdrawn') && (
        <details className="mt-4" open={back?.intent === 'withdraw'}>
          <summary>{t('scenario.action.withdraw')}</summary>
          <form method="post" noValidate>
            <TextArea name="reason" label={t('common.reason')} max={300} rows={3} required error={error('withdraw', 'reason')} value={back?.intent === 'withdraw' ? typed(back, 'reason', '') : ''} />
            <Button variant="stop" name="intent" value="withdraw" className="mt-3">{t('scenario.action.withdraw')}</Button>
          </form>
        </details>
      )}
    </ActionPanel>
  )
}
