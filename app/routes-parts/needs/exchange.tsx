import { Button, Checkbox, ErrorSummary, Notice, Part, QuestionList, ShutDoor, TextArea, useFormat, useT } from '~/ui'
import { summary, typed, type Returned } from '../shared/refused'

type DoorProps = { summary: string; number: string; access: { mine: { state: string; reason: string | null } | null; asked: number; accepted: number } | null; can: { requestAccess: boolean; readConfidential: boolean; owner: boolean }; signedIn: boolean; back: Returned | null }

/** The confidential part as a closed door: what lies behind it, and how to ask. */
export function NeedDoor({ summary: contents, number, access, can, signedIn, back }: DoorProps) {
  const t = useT()
  const mine = access?.mine
  const own = back?.intent === 'access' ? back : null
  const note = can.owner ? t('need.door.owner') : mine?.state === 'requested' ? t('need.door.waiting') : mine?.state === 'declined' ? t('need.door.declined', { reason: mine.reason ?? '' }) : signedIn && !can.requestAccess && !can.readConfidential ? t('need.door.cannot') : access && access.asked > 0 ? t('need.door.note', { asked: access.asked, accepted: access.accepted }) : t('need.door.note.none')
  return (
    <Part title={t('need.part.confidential')}>
      <ShutDoor
        title={t('need.door.title')}
        contents={t('need.door.contents', { summary: contents })}
        steps={[t('need.door.step.sign_in'), t('need.door.step.purpose'), t('need.door.step.read')]}
        action={can.readConfidential ? <Button to={`/needs/${number}/confidential`}>{t('need.door.open')}</Button> : !signedIn ? <Button to={`/login?to=/needs/${number}`}>{t('need.door.ask')}</Button> : undefined}
        note={note}
      />
      {can.requestAccess && (
        <details className="mt-4" open={own !== null}>
          <summary>{t('need.access.title')}</summary>
          <form method="post" noValidate>
            <ErrorSummary errors={summary(own, { purpose: t('need.access.purpose'), promise: t('need.access.promise') })} />
            <TextArea name="purpose" label={t('need.access.purpose')} hint={t('need.access.purpose.hint')} max={300} rows={3} required error={own?.errors.purpose} value={typed(own, 'purpose', '')} />
            <Checkbox name="promise" label={t('need.access.promise')} error={own?.errors.promise} />
            <Button name="intent" value="access" className="mt-3">{t('need.access.send')}</Button>
          </form>
        </details>
      )}
    </Part>
  )
}

type QuestionData = { need: { number: string; deadline: string }; questions: { id: string; question: string | null; answer: string | null; askedAt: string; answeredAt: string | null; mine: boolean }[]; questionTimes: { close: string; answersDue: string; open: boolean }; can: { ask: boolean }; reader: { signedIn: boolean; verified: boolean } }

/** Questions with their public answers, and the way to ask. */
export function NeedQuestions({ data, back }: { data: QuestionData; back: Returned | null }) {
  const t = useT()
  const format = useFormat()
  const { questions, questionTimes, can, reader } = data
  const own = back && back.intent !== 'access' ? back : null
  const when = format.dateTime(new Date(questionTimes.close), { zone: true })
  const date = (at: string) => format.date(new Date(at))
  return (
    <Part title={t('need.part.questions')}>
      {questions.length === 0 ? <p>{t('need.ask.none')}</p> : (
        <QuestionList
          items={questions.map((one) => ({
            question: `${one.question ?? t('need.ask.hidden')}${one.mine ? t('need.ask.mine') : ''}`,
            answer: one.answer ?? undefined,
            waiting: t('need.ask.waiting'),
            note: one.answeredAt ? t('need.ask.answered', { asked: date(one.askedAt), answered: date(one.answeredAt) }) : t('need.ask.asked', { asked: date(one.askedAt) }),
          }))}
        />
      )}
      {can.ask ? (
        <form method="post" noValidate className="mt-5">
          <ErrorSummary errors={summary(own, { question: t('need.ask.label') })} />
          <TextArea name="question" label={t('need.ask.label')} hint={t('need.ask.hint', { when })} max={300} rows={3} required error={own?.errors.question} value={typed(own, 'question', '')} />
          <Button name="intent" value="ask" className="mt-3">{t('need.ask.send')}</Button>
        </form>
      ) : (
        <Notice tone="calm" className="mt-5">{!questionTimes.open ? t('need.ask.over', { when: format.dateTime(new Date(questionTimes.answersDue), { zone: true }) }) : !reader.signedIn ? t('need.ask.sign_in', { when }) : !reader.verified ? t('need.ask.not_verified', { when }) : t('need.ask.hint', { when })}</Notice>
      )}
    </Part>
  )
}
