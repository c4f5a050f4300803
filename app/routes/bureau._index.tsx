import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bureauDesk } from '~/domain/desk/service.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { PageTitle, TaskList, useT, type Task } from '~/ui'

export const loader = page('staff', async ({ actor, call, t }) => ({ title: t('desk.title'), ...(await bureauDesk(actor, {}, call)) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const queues = ['scenarios', 'needs', 'organisations', 'brokers', 'matches', 'contracts'] as const
/** What an administrator keeps. */
const kept = ['accounts', 'settings', 'audit'] as const

export default function Desk() {
  const { counts, administrator, title } = useLoaderData<typeof loader>()
  const t = useT()
  const tasks: Task[] = [
    ...queues.map((name) => ({ label: t(`desk.${name}`), to: `/bureau/${name}`, tone: counts[name] > 0 ? ('wait' as const) : ('done' as const), state: counts[name] > 0 ? t('desk.waiting', { count: counts[name] }) : t('desk.clear') })),
    { label: t('desk.applications'), to: '/bureau/applications', tone: 'open', state: t('desk.open') },
    ...(administrator ? [{ label: t('desk.targets'), to: '/bureau/targets', tone: 'open' as const, state: t('desk.open') }] : []),
    ...(administrator ? kept.map((name) => ({ label: t(`admin.${name}`), to: `/bureau/${name}`, tone: 'open' as const, state: t('desk.open') })) : []),
  ]
  return (
    <Page current="bureau" crumbs={[{ label: t('ui.home'), to: '/' }]}>
      <PageTitle title={title} lead={t('desk.lead')} />
      <div className="mt-6">
        <TaskList label={title} tasks={tasks} />
      </div>
    </Page>
  )
}
