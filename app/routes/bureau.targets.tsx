import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { createTarget, targets, updateTarget } from '~/domain/statistics/targets.server'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { scoped } from '~/routes-parts/contracts/values'
import { TargetForm } from '~/routes-parts/statistics/target-form'
import { returned } from '~/routes-parts/shared/refused'
import { Notice, PageTitle, Section, useT } from '~/ui'

export const loader = page('administrator', async ({ actor, call, t, url }) => ({ title: t('target.title'), standings: await targets(actor, {}, call), done: url.searchParams.get('done') === 'saved' }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('administrator', async ({ actor, values, intent, call, context }) => {
  const typed = scoped(values, intent)
  if (intent === 'create') await createTarget(actor, typed, call)
  else await updateTarget(actor, { ...typed, id: intent }, call)
  return go(context, '/bureau/targets?done=saved')
})

export default function Targets() {
  const { standings, title, done } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <Page current="bureau" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('ui.nav.bureau'), to: '/bureau' }]}>
      <PageTitle title={title} lead={t('target.lead')} />
      {done && <Notice tone="calm" role="status" className="mt-4">{t('target.done')}</Notice>}
      <Section id="targets" title={t('target.edit')}>
        {standings.map((standing) => <TargetForm key={standing.id} standing={standing} back={back} />)}
      </Section>
      <Section id="new" title={t('target.new')}>
        <TargetForm standing={null} back={back} />
      </Section>
    </Page>
  )
}
