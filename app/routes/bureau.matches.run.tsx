import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readRuns, startRun } from '~/domain/matching/run.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { FailedTargets, RunProgress, RunTable } from '~/routes-parts/matching/run'
import { Button, Note, Notice, PageTitle, Section, useFormat, useT } from '~/ui'

export const loader = page('staff', async ({ actor, call, t, url }) => ({ title: t('match.run.title'), ...(await readRuns(actor, {}, call)), done: url.searchParams.get('done') }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const steps = { start: startRun } as const

/** Has all that is open matched again; while that is under way, it is the same run. */
export const action = acting('staff', async ({ actor, intent, call, context }) => {
  const { joined } = await steps[stepOf(steps, intent)](actor, {}, call)
  return go(context, `/bureau/matches/run?done=${joined ? 'joined' : 'started'}`)
})

export default function MatchRuns() {
  const { title, version, open, runs, failed, done } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const [newest] = runs
  const running = newest !== undefined && newest.endedAt === null
  return (
    <Page current="bureau" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('ui.nav.bureau'), to: '/bureau' }, { label: t('match.queue.title'), to: '/bureau/matches' }]}>
      <PageTitle title={title} lead={t('match.run.lead', { count: format.count(open), version })} />
      {(done === 'started' || done === 'joined') && <Notice tone="calm" role="status" className="mt-4">{t(`match.run.done.${done}`)}</Notice>}
      <form method="post" className="mt-4">
        <Button variant={running ? 'plain' : 'main'} name="intent" value="start">{t(running ? 'match.run.again' : 'match.run.start', { count: format.count(open) })}</Button>
      </form>
      <Note className="mt-2">{t('match.run.note')}</Note>
      {newest && (
        <Section id="progress" title={t(running ? 'match.run.now' : 'match.run.last')}>
          <RunProgress run={newest} />
        </Section>
      )}
      {failed.length > 0 && (
        <Section id="failed" title={t('match.run.failed.title')}>
          <FailedTargets failed={failed} />
        </Section>
      )}
      {runs.length > 1 && (
        <Section id="earlier" title={t('match.run.earlier')}>
          <RunTable runs={runs.slice(1)} />
        </Section>
      )}
    </Page>
  )
}
