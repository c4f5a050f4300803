import { Page } from '~/page'
import { Button, EmptyState, PageTitle, useFormat, useT } from '~/ui'
import type { Returned } from '../shared/refused'
import { ApplicationForm, type ApplicationTarget } from './form'

export type ApplyData = {
  target: ApplicationTarget & { closesAt: string | null; open: boolean }
  applicants: { value: string; kind: 'person' | 'organisation'; name: string }[]
  blocked: 'own' | 'role' | null
  existing: { number: string; state: string } | null
  brokers: { number: string; name: string }[]
}

/** The page of a new application, or in words why there can be none. */
export function ApplyPage({ data, back }: { data: ApplyData; back: Returned | null }) {
  const t = useT()
  const format = useFormat()
  const { target, existing, blocked } = data
  const scenario = target.kind === 'scenario'
  const folder = scenario ? '/scenarios' : '/needs'
  const toTarget = <Button to={`${folder}/${target.address}`}>{t('application.apply.back')}</Button>
  return (
    <Page current={scenario ? 'scenarios' : 'needs'} crumbs={[{ label: t('ui.home'), to: '/' }, { label: t(scenario ? 'scenario.list.title' : 'need.list.title'), to: folder }, { label: target.title, to: `${folder}/${target.address}` }]}>
      <PageTitle title={t(scenario ? 'application.apply.scenario' : 'application.apply.title')} lead={t('application.apply.to', { title: target.title })} sub={[target.owner, target.closesAt && t('application.apply.until', { when: format.dateTime(new Date(target.closesAt), { zone: true }) })]} />
      {existing ? (
        <EmptyState title={t('application.apply.existing')} actions={<Button variant="main" to={`/workspace/applications/${existing.number}`}>{t('application.apply.existing.open', { number: existing.number })}</Button>} />
      ) : blocked === 'own' ? (
        <EmptyState title={t(scenario ? 'application.apply.own.scenario' : 'application.apply.own')} actions={toTarget} />
      ) : blocked === 'role' ? (
        <EmptyState title={t('application.apply.role')} actions={<Button variant="main" to="/workspace/profile">{t('application.apply.profile')}</Button>} />
      ) : !target.open ? (
        <EmptyState title={t('application.apply.closed')} actions={toTarget} />
      ) : (
        <ApplicationForm target={target} stored={null} applicants={data.applicants} brokers={data.brokers} back={back} />
      )}
    </Page>
  )
}
