import type { NeedView } from '~/domain/needs/view'
import { ActionPanel, Notice, useFormat, useT } from '~/ui'

type Props = { need: NeedView; application: { number: string; state: string } | null; can: { owner: boolean; review: boolean; manage: boolean }; staff: boolean }

/** The one thing to do with a need: apply and until when, go on with one's application, or see to it as its owner. */
export function NeedAct({ need, application, can, staff }: Props) {
  const t = useT()
  const format = useFormat()
  const deadline = new Date(need.deadline)
  if (can.owner) return <ActionPanel action={{ to: `/workspace/needs/${need.number}`, label: t('need.act.owner') }} />
  if (staff && can.review) return <ActionPanel action={{ to: `/bureau/needs/${need.number}`, label: t('need.act.review') }} />
  if (application) {
    const draft = application.state === 'draft' || application.state === 'returned'
    return <ActionPanel action={{ to: `/workspace/applications/${application.number}${draft ? '/edit' : ''}`, label: t(draft ? 'need.act.continue' : 'need.act.mine', { number: application.number }), until: t('need.act.mine.state', { state: t(`application.state.${application.state}` as 'application.state.draft') }) }} />
  }
  if (need.status === 'published') return <ActionPanel action={{ to: `/needs/${need.number}/apply`, label: t('need.act.apply', { left: format.deadline(deadline) }), until: t('need.act.until', { when: format.dateTime(deadline) }) }} note={t('need.act.note')} />
  const shut = need.status === 'awarded' || need.status === 'contracted' || need.status === 'cancelled' || need.status === 'unsuccessful' || need.status === 'closed' ? t(`need.act.${need.status}`, { reason: need.reason ?? '' }) : t('need.act.hidden')
  return (
    <ActionPanel shut>
      <Notice>{shut}</Notice>
    </ActionPanel>
  )
}
