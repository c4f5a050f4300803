import { publicationMachine } from '~/domain/scenarios/rules'
import { ActionPanel, Button, ErrorSummary, Link, TextArea, useT } from '~/ui'
import { summary, typed, type Returned } from '../shared/refused'

type Scenario = { id: string; recordId: string; publication: keyof typeof publicationMachine.next }

/** What the reviewer can decide now. A refusal needs its reason; publishing says what will happen. */
export function ScenarioReview({ scenario, back }: { scenario: Scenario; back: Returned | null }) {
  const t = useT()
  const next = publicationMachine.next[scenario.publication]
  const withReason = (['return', 'withdraw'] as const).filter((intent) => next.includes(intent === 'return' ? 'changes_requested' : 'withdrawn'))
  return (
    <ActionPanel note={next.includes('published') ? t('scenario.action.publish.note') : undefined}>
      <ErrorSummary errors={summary(back, { reason: t('common.reason') }, { reason: `${back?.intent}-reason` })} />
      <form method="post" className="flex flex-wrap gap-3">
        {next.includes('approved') && <Button variant="main" name="intent" value="approve">{t('scenario.action.approve')}</Button>}
        {next.includes('published') && <Button variant="main" name="intent" value="publish">{t('scenario.action.publish')}</Button>}
        {next.includes('archived') && <Button name="intent" value="archive">{t('scenario.action.archive')}</Button>}
      </form>
      {withReason.map((intent) => (
        <details key={intent} className="mt-4" open={back?.intent === intent}>
          <summary>{t(`scenario.action.${intent}`)}</summary>
          <form method="post" noValidate>
            <TextArea id={`${intent}-reason`} name="reason" label={t('common.reason')} hint={t('common.reason.hint')} max={300} rows={3} required error={back?.intent === intent ? back.errors.reason : undefined} value={back?.intent === intent ? typed(back, 'reason', '') : ''} />
            <Button variant={intent === 'withdraw' ? 'stop' : 'plain'} name="intent" value={intent} className="mt-3">{t(`scenario.action.${intent}`)}</Button>
          </form>
        </details>
      ))}
      <p className="mt-4 text-sm">
        <Link to={`/workspace/scenarios/${scenario.recordId}/edit`}>{t('common.edit')}</Link>
        {scenario.publication === 'published' && <>　<Link to={`/scenarios/${scenario.id}`}>{t('ui.nav.scenarios')}</Link></>}
      </p>
    </ActionPanel>
  )
}
