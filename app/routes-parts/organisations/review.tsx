import { ActionPanel, Button, ErrorSummary, HiddenField, TextArea, useT } from '~/ui'
import { summary, typed, type Returned } from '../shared/refused'

export type Decision = { intent: string; label: string; reason?: boolean; stop?: boolean }
type Props = { version: number; decisions: Decision[]; back: Returned | null; note?: string; nothing?: string }

/** What a reviewer can decide now. Each decision carries the version that was read; a refusal needs its reason, which the other side reads. */
export function ReviewPanel({ version, decisions, back, note, nothing }: Props) {
  const t = useT()
  const plain = decisions.filter((decision) => !decision.reason)
  return (
    <ActionPanel title={t('review.title')} note={decisions.length === 0 ? nothing : note} shut={decisions.length === 0}>
      <ErrorSummary errors={summary(back, { reason: t('common.reason') }, { reason: `${back?.intent}-reason` })} />
      {plain.length > 0 && (
        <form method="post" className="flex flex-wrap gap-3">
          <HiddenField name="version" value={String(version)} />
          {plain.map(({ intent, label }) => (
            <Button key={intent} variant="main" name="intent" value={intent}>{label}</Button>
          ))}
        </form>
      )}
      {decisions.filter((decision) => decision.reason).map(({ intent, label, stop }) => {
        const own = back?.intent === intent ? back : null
        return (
          <details key={intent} className="mt-4" open={own !== null}>
            <summary>{label}</summary>
            <form method="post" noValidate>
              <HiddenField name="version" value={String(version)} />
              <TextArea id={`${intent}-reason`} name="reason" label={t('common.reason')} hint={t('common.reason.hint')} max={300} rows={3} required error={own?.errors.reason} value={typed(own, 'reason', '')} />
              <Button variant={stop ? 'stop' : 'plain'} name="intent" value={intent} className="mt-3">{label}</Button>
            </form>
          </details>
        )
      })}
    </ActionPanel>
  )
}
