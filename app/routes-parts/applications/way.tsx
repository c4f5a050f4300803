import type { WayStep } from '~/domain/applications/rules'
import type { ApplicationSummary } from '~/domain/applications/view'
import { isMessageKey, type MessageKey } from '~/i18n'
import { Note, Part, Timeline, useFormat, useT } from '~/ui'

type Props = { way: WayStep[]; steps: { state: string; at: string }[]; state: ApplicationSummary['state']; answerBy: string | null; open: boolean; deadline: string | null }

/** How far an application has come, what happens next and when. */
export function ApplicationWay({ way, steps, state, answerBy, open, deadline }: Props) {
  const t = useT()
  const format = useFormat()
  const next = state === 'draft' ? (!open ? 'draft.closed' : deadline ? 'draft' : 'draft.open') : state
  const reached = (one: string) => {
    const at = steps.findLast((step) => step.state === one)?.at
    return at ? format.dateTime(new Date(at)) : undefined
  }
  const key = `application.next.${next}` as MessageKey
  return (
    <Part title={t('application.part.way')}>
      <Timeline label={t('application.part.way')} steps={way.map((step) => ({ label: isMessageKey(`application.way.${step.state}`) ? t(`application.way.${step.state}` as MessageKey) : step.state, state: step.place, when: reached(step.state) }))} />
      <Note className="mt-3">{t(key, { when: state === 'submitted' ? (answerBy ? format.date(new Date(`${answerBy}T00:00:00+08:00`)) : '') : deadline ? format.dateTime(new Date(deadline), { zone: true }) : '' })}</Note>
    </Part>
  )
}
