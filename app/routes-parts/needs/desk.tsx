import type { NeedView } from '~/domain/needs/view'
import { ActionPanel, Button, ErrorSummary, HiddenField, Notice, Part, StateTag, TextArea, useFormat, useT } from '~/ui'
import { summary, typed, type Returned } from '../shared/refused'

type DeskProps = { need: NeedView; can: { edit: boolean; submit: boolean; withdraw: boolean; cancel: boolean; markUnsuccessful: boolean }; mayChoose: boolean; winner: string | null; back: Returned | null }

/** What the owner can do now; what ends a need asks for a reason. */
export function NeedDesk({ need, can, mayChoose, winner, back }: DeskProps) {
  const t = useT()
  const ends = (['withdraw', 'cancel', 'markUnsuccessful'] as const).filter((intent) => can[intent])
  return (
    <ActionPanel>
      {back && ends.some((intent) => intent === back.intent) && <ErrorSummary errors={summary(back, { reason: t('common.reason') }, { reason: `${back?.intent}-reason` })} />}
      <div className="flex flex-wrap gap-3">
        {can.submit && <Button variant="main" to={`/workspace/needs/${need.number}/check`}>{t('need.desk.check')}</Button>}
        {mayChoose && <Button variant="main" to={`/workspace/needs/${need.number}/choose`}>{t('need.desk.choose')}</Button>}
        {winner && <Button variant="main" to={`/workspace/contracts/new?application=${winner}`}>{t('application.act.contract')}</Button>}
        {can.edit && <Button to={`/workspace/needs/${need.number}/edit`}>{t('need.desk.edit')}</Button>}
        {need.publishedAt && <Button to={`/needs/${need.number}`}>{t('need.desk.public')}</Button>}
      </div>
      {ends.map((intent) => (
        <details key={intent} className="mt-3" open={back?.intent === intent}>
          <summary>{t(`need.desk.${intent}`)}</summary>
          <form method="post" noValidate>
            <TextArea id={`${intent}-reason`} name="reason" label={t('common.reason')} hint={t(`need.desk.${intent}.hint`)} max={300} rows={3} required error={back?.intent === intent ? back.errors.reason : undefined} value={back?.intent === intent ? typed(back, 'reason', '') : ''} />
            <Button variant="stop" name="intent" value={intent} className="mt-3">{t(`need.desk.${intent}`)}</Button>
          </form>
        </details>
      ))}
    </ActionPanel>
  )
}

type Question = { id: string; question: string | null; answer: string | null }

/** Questions that wait for the owner's public answer. */
export function QuestionDesk({ questions, times, back }: { questions: Question[]; times: { answersDue: string }; back: Returned | null }) {
  const t = useT()
  const format = useFormat()
  const waiting = questions.filter((one) => one.answer === null)
  if (waiting.length === 0) return null
  return (
    <Part title={t('need.part.questions')}>
      {back?.intent === 'answer' && !waiting.some(({ id }) => id === back.values.questionId) && <Notice tone="stop" role="alert">{back.message}</Notice>}
      {waiting.map((one) => {
        const own = back?.intent === 'answer' && back.values.questionId === one.id ? back : null
        return (
          <form key={one.id} method="post" noValidate className="mb-5">
            <HiddenField name="questionId" value={one.id} />
            <TextArea id={`answer-${one.id}`} name="answer" label={t('need.answer.label', { question: one.question ?? '' })} hint={t('need.answer.hint', { when: format.dateTime(new Date(times.answersDue), { zone: true }) })} max={1000} rows={3} required error={own?.errors.answer} value={typed(own, 'answer', '')} />
            <Button name="intent" value="answer" className="mt-3">{t('need.answer.send')}</Button>
          </form>
        )
      })}
    </Part>
  )
}

type Request = { id: string; purpose: string; state: 'requested' | 'accepted' | 'declined'; createdAt: string; name?: string; reason?: string | null }

/** Who asks to read the confidential part, and the owner's answer. */
export function AccessDesk({ requests, back }: { requests: Request[]; back: Returned | null }) {
  const t = useT()
  const format = useFormat()
  return (
    <Part title={t('need.desk.access')}>
      {back?.intent === 'access' && !requests.some(({ id, state }) => id === back.values.accessId && state === 'requested') && <Notice tone="stop" role="alert">{back.message}</Notice>}
      {requests.length === 0 && <p>{t('need.desk.access.none')}</p>}
      {requests.map((request) => {
        const own = back?.intent === 'access' && back.values.accessId === request.id ? back : null
        return (
          <div key={request.id} className="mb-5">
            <p>
              <b>{request.name ?? ''}</b> <StateTag tone={request.state === 'requested' ? 'wait' : request.state === 'accepted' ? 'open' : 'shut'}>{t(`need.access.state.${request.state}`)}</StateTag> <span className="text-sm text-ink-soft">{format.date(new Date(request.createdAt))}</span>
            </p>
            <p>{request.purpose}</p>
            {request.state === 'requested' && (
              <form method="post" noValidate className="mt-2">
                <HiddenField name="accessId" value={request.id} />
                <HiddenField name="intent" value="access" />
                <TextArea id={`access-${request.id}`} name="reason" label={t('need.desk.access.reason')} max={300} rows={2} error={own?.errors.reason ?? own?.errors.decision} value={typed(own, 'reason', '')} />
                <div className="mt-3 flex flex-wrap gap-3">
                  <Button name="decision" value="accepted">{t('need.desk.access.accept')}</Button>
                  <Button variant="stop" name="decision" value="declined">{t('need.desk.access.decline')}</Button>
                </div>
              </form>
            )}
          </div>
        )
      })}
    </Part>
  )
}
