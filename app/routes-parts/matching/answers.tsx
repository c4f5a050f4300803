import { canMove } from '~/domain/kernel/machine'
import { matchMachine } from '~/domain/matching/rules'
import { acceptReasons, declineReasons, type MatchSide, type MatchState } from '~/domain/matching/schema'
import { isMessageKey } from '~/i18n'
import { Button, ErrorSummary, Section, SelectField, StateTag, TextArea, useFormat, useT } from '~/ui'
import { summary, typed, type Returned } from '../shared/refused'

type Answer = { side: MatchSide; accepted: boolean; why: string | null; note: string; by: string | null; at: string }
type Pair = { state: MatchState; side: MatchSide; answers: Answer[]; reason: string | null; can: { answer: boolean } }

/** What each side said, with the reasons that the reader may know. */
export function AnswerLog({ pair: { answers, state, reason } }: { pair: Pair }) {
  const t = useT()
  const format = useFormat()
  const sides: MatchSide[] = answers.some(({ side }) => side === 'bureau') ? ['owner', 'candidate', 'bureau'] : ['owner', 'candidate']
  const why = ({ accepted, why }: Answer) => {
    const key = `match.why.${accepted ? 'yes' : 'no'}.${why}`
    return isMessageKey(key) ? t(key) : ''
  }
  return (
    <Section id="answers" title={t('match.answers.title')}>
      <ul className="mt-2">
        {sides.map((side) => {
          const answer = answers.find((one) => one.side === side)
          return (
            <li key={side} className="py-1">
              {t(`match.answers.${side}`)} <StateTag tone={answer ? (answer.accepted ? 'open' : 'shut') : 'wait'}>{t(answer ? (answer.accepted ? 'match.answers.yes' : 'match.answers.no') : 'match.answers.waiting')}</StateTag>
              {answer && <span className="text-sm text-ink-soft"> {[why(answer), answer.note, answer.by, format.date(new Date(answer.at), { year: true })].filter(Boolean).join(' · ')}</span>}
            </li>
          )
        })}
      </ul>
      {state === 'excluded' && reason && <p className="mt-2">{t('match.state.excluded')}：{reason}</p>}
    </Section>
  )
}

/** Yes or no to a pair, with a reason from the list and, if wanted, in words. */
export function AnswerForms({ pair, back }: { pair: Pair; back: Returned | null }) {
  const t = useT()
  if (!pair.can.answer) return null
  const own = (intent: string) => (back?.intent === intent ? back : null)
  const mine = pair.answers.find(({ side }) => side === pair.side)
  const agreed = pair.state === 'accepted' || pair.state === 'met' || pair.state === 'applied'
  const accepts = canMove(matchMachine, pair.state, 'accepted') || (agreed && !mine?.accepted)
  const declines = canMove(matchMachine, pair.state, 'declined')
  const fields = (intent: 'accept' | 'decline') => (
    <>
      <SelectField
        id={`${intent}-why`}
        name="why"
        label={t('match.why.label')}
        options={intent === 'accept' ? acceptReasons.map((value) => ({ value, label: t(`match.why.yes.${value}`) })) : declineReasons.map((value) => ({ value, label: t(`match.why.no.${value}`) }))}
        placeholder={intent === 'accept' ? t('match.why.none') : undefined}
        value={typed(own(intent), 'why', '')}
        required={intent === 'decline'}
        error={own(intent)?.errors.why}
      />
      <TextArea id={`${intent}-note`} name="note" label={t('match.why.note')} hint={t('match.why.note.hint')} rows={2} max={300} value={typed(own(intent), 'note', '')} error={own(intent)?.errors.note} />
    </>
  )
  return (
    <div className="max-w-measure">
      <ErrorSummary errors={summary(back, { why: t('match.why.label'), note: t('match.why.note') }, { why: `${back?.intent}-why`, note: `${back?.intent}-note` })} />
      {accepts && (
        <form method="post" noValidate>
          {fields('accept')}
          <Button variant="main" name="intent" value="accept" className="mt-3">{t('match.action.accept')}</Button>
        </form>
      )}
      {declines && (
        <details className="mt-4" open={own('decline') !== null}>
          <summary>{t('match.action.decline')}</summary>
          <form method="post" noValidate>
            {fields('decline')}
            <Button variant="stop" name="intent" value="decline" className="mt-3">{t('match.action.decline')}</Button>
          </form>
        </details>
      )}
    </div>
  )
}
