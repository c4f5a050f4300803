import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bureauDesk } from '~/domain/desk/service.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { Doors, PageTitle, Section, TaskList, useFormat, useT, type Task } from '~/ui'

export const loader = page('staff', async ({ actor, call, t }) => ({ title: t('desk.title'), ...(await bureauDesk(actor, {}, call)) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const queues = ['scenarios', 'needs', 'organisations', 'brokers', 'matches', 'contracts'] as const
/** What is looked up or kept, and who keeps it. */
const kept = { applications: 'staff', statistics: 'staff', targets: 'administrator', accounts: 'administrator', settings: 'administrator', jobs: 'administrator', audit: 'administrator' } as const
type Kept = keyof typeof kept

export default function Desk() {
  const { counts, overdue, administrator, title } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const taskOf = (name: (typeof queues)[number]): Task => {
    const label = t(`desk.${name}`)
    const to = `/bureau/${name}`
    if (counts[name] === 0) return { label, to, tone: 'done', state: t('desk.clear') }
    const late = name === 'contracts' ? overdue.contracts : 0
    return { label, to, tone: late > 0 ? 'late' : 'wait', state: late > 0 ? t('desk.overdue', { count: format.count(counts[name]), late: format.count(late) }) : t('desk.waiting', { count: format.count(counts[name]) }) }
  }
  const doors = (Object.keys(kept) as Kept[]).filter((name) => administrator || kept[name] === 'staff')
  return (
    <Page current="bureau" crumbs={[{ label: t('ui.home'), to: '/' }]}>
      <PageTitle title={title} lead={t('desk.lead')} />
      <div className="mt-6">
        <TaskList label={title} tasks={queues.map(taskOf)} />
      </div>
      <Section id="kept" title={t('desk.kept')}>
        <Doors label={t('desk.kept')} items={doors.map((name) => ({ to: name === 'statistics' ? '/statistics' : `/bureau/${name}`, title: t(`desk.${name}`), note: t(`desk.${name}.note`) }))} />
      </Section>
    </Page>
  )
}
