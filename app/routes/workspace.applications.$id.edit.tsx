import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { applicationEditor, saveApplication } from '~/domain/applications/service.server'
import { conflict } from '~/domain/kernel/errors'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { ApplicationForm } from '~/routes-parts/applications/form'
import { returned } from '~/routes-parts/shared/refused'
import { PageTitle, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, params, t }) => {
  const found = await applicationEditor(actor, { id: params.id ?? '' }, call)
  if (!found.editable) throw conflict({ key: 'application.not_editable' })
  return { title: t('application.edit.title', { number: found.application.number }), ...found }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, values, intent, params, call, context }) => {
  await saveApplication(actor, { ...values, id: params.id }, call)
  return go(context, intent === 'check' ? `/workspace/applications/${params.id}/check` : `/workspace/applications/${params.id}?done=saved`)
})

export default function EditApplication() {
  const { title, application, target, brokers } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <Page crumbs={workspaceCrumbs(t, { label: t('application.own.title'), to: '/workspace/applications' }, { label: application.number, to: `/workspace/applications/${application.number}` })}>
      <PageTitle title={title} lead={t('application.apply.to', { title: target.title })} />
      <ApplicationForm target={target} stored={application} brokers={brokers} back={back} />
    </Page>
  )
}
