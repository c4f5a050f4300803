import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { applicationForm, startApplication } from '~/domain/applications/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { titled } from '~/page'
import { ApplyPage } from '~/routes-parts/applications/apply'
import { returned } from '~/routes-parts/shared/refused'

export const loader = page('signed_in', async ({ actor, call, params, t }) => ({ title: t('application.apply.title'), ...(await applicationForm(actor, { kind: 'need', target: params.id ?? '' }, call)) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, values, intent, params, call, context }) => {
  const { number } = await startApplication(actor, { ...values, kind: 'need', target: params.id ?? '' }, call)
  return go(context, intent === 'check' ? `/workspace/applications/${number}/check` : `/workspace/applications/${number}?done=saved`)
})

export default function Apply() {
  const data = useLoaderData<typeof loader>()
  return <ApplyPage data={data} back={returned(useActionData<typeof action>())} />
}
