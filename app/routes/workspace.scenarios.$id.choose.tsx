import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { applicationsOf, chooseApplications } from '~/domain/applications/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { titled } from '~/page'
import { ChoosePage } from '~/routes-parts/applications/choose'
import { returned } from '~/routes-parts/shared/refused'

export const loader = page('signed_in', async ({ actor, call, params, t }) => ({ title: t('application.choose.title.scenario'), ...(await applicationsOf(actor, { kind: 'scenario', target: params.id ?? '' }, call)) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, values, params, call, context }) => {
  await chooseApplications(actor, { ...values, kind: 'scenario', target: params.id ?? '' }, call)
  return go(context, `/workspace/scenarios/${params.id}?done=chosen`)
})

export default function Choose() {
  const data = useLoaderData<typeof loader>()
  return <ChoosePage data={data} back={returned(useActionData<typeof action>())} />
}
