import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { applicationEditor, submitApplication } from '~/domain/applications/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import type { MessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { ApplicationFacts, ApplicationText } from '~/routes-parts/applications/record'
import { returned, summary } from '~/routes-parts/shared/refused'
import { Button, ErrorSummary, Note, PageTitle, Sheet, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, params, t }) => {
  const { application } = await applicationEditor(actor, { id: params.id ?? '' }, call)
  return { title: t('application.check.title', { number: application.number }), application }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, params, call, context }) => {
  await submitApplication(actor, { id: params.id }, call)
  return go(context, `/workspace/applications/${params.id}?done=submitted`)
})

export default function CheckApplication() {
  const { title, application } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const labels: Record<string, string> = Object.fromEntries((['approach', 'team', 'startsOn', 'endsOn', 'cost', 'iprProposal', 'noControl', 'termsAccepted', 'broker'] as const).map((name) => [name, t(`application.field.${name}` as MessageKey)]))
  for (const one of application.evidence) labels[`evidence.${one.criterionId}`] = one.name
  return (
    <Page crumbs={workspaceCrumbs(t, { label: t('application.own.title'), to: '/workspace/applications' }, { label: application.number, to: `/workspace/applications/${application.number}` })}>
      <PageTitle title={title} lead={t('application.apply.to', { title: application.target.title })} />
      <ErrorSummary errors={summary(back, labels)} formAt={`/workspace/applications/${application.number}/edit`} />
      <Sheet aside={<ApplicationFacts application={application} contact={null} />}>
        <ApplicationText application={application} />
        <form method="post" className="mt-8 flex flex-wrap gap-3">
          <Button variant="main" name="intent" value="submit">{t('application.check.submit')}</Button>
          <Button to={`/workspace/applications/${application.number}/edit`}>{t('application.act.edit')}</Button>
          <Note>{t('application.check.note')}</Note>
        </form>
      </Sheet>
    </Page>
  )
}
