import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { compareIndex, readQueue, retryJob } from '~/domain/queue/service.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { bureauCrumbs } from '~/routes-parts/accounts/crumbs'
import { FailedJobs, IndexStates, QueueTable, SumsState } from '~/routes-parts/queue/tables'
import { returned } from '~/routes-parts/shared/refused'
import { Notice, PageTitle, Section, useT } from '~/ui'

export const loader = page('administrator', async ({ actor, call, t, url }) => {
  const said = `queue.done.${url.searchParams.get('done')}`
  const { counts, failed, indexes, sums } = await readQueue(actor, {}, call)
  return {
    title: t('queue.title'),
    done: isMessageKey(said) ? t(said) : null,
    counts,
    sums: sums && { ...sums, checkedAt: sums.checkedAt.toISOString() },
    failed: failed.map(({ payload, runAt, since, ...job }) => ({ ...job, payload: JSON.stringify(payload), runAt: runAt.toISOString(), since: since.toISOString() })),
    indexes: indexes.map(({ indexedAt, comparedAt, ...index }) => ({ ...index, indexedAt: indexedAt.toISOString(), comparedAt: comparedAt?.toISOString() ?? null })),
  }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const steps = { retry: retryJob, compare: compareIndex } as const

export const action = acting('administrator', async ({ actor, values, intent, call, context }) => {
  const step = stepOf(steps, intent)
  await steps[step](actor, values, call)
  return go(context, `/bureau/jobs?done=${step}`)
})

export default function Jobs() {
  const { title, done, counts, failed, indexes, sums } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <Page current="bureau" crumbs={bureauCrumbs(t)}>
      <PageTitle title={title} lead={t('queue.lead')} />
      {done && !back && <Notice tone="calm" role="status" className="mt-4">{done}</Notice>}
      {back && <Notice tone="stop" role="alert" className="mt-4">{back.message}</Notice>}
      <Section id="failed" title={t('queue.failed')}>
        <FailedJobs jobs={failed} />
      </Section>
      <Section id="queue" title={t('queue.counts')}>
        <QueueTable rows={counts} />
      </Section>
      <Section id="index" title={t('queue.index')}>
        <IndexStates indexes={indexes} />
      </Section>
      <Section id="sums" title={t('queue.sums')}>
        <SumsState sums={sums} />
      </Section>
    </Page>
  )
}
