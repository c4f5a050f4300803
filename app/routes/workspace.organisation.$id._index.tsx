import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { labels } from '~/domain/district/service.server'
import { readOrganisation } from '~/domain/organisations/read.server'
import { submitOrganisation } from '~/domain/organisations/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { OrganisationFacts, StepLog, VerificationTag } from '~/routes-parts/organisations/detail'
import { returned } from '~/routes-parts/shared/refused'
import { ActionPanel, Button, Notice, PageTitle, Part, ProseText, Sheet, SideActions, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, context, params, url }) => {
  const organisation = await readOrganisation(actor, { id: params.id ?? '' }, call)
  const fields = await labels('field', context.locale)
  return { organisation, done: url.searchParams.get('done'), fieldNames: organisation.fields.map((field) => fields.get(field) ?? field) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.organisation.name ?? '', matches)

export const action = acting('signed_in', async ({ actor, params, call, context }) => {
  await submitOrganisation(actor, { id: params.id ?? '' }, call)
  return go(context, `/workspace/organisation/${params.id}?done=submitted`)
})

export default function OwnOrganisation() {
  const { organisation, done, fieldNames } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const { id, can, verification, kind } = organisation
  const said = `organisation.done.${done}`
  const links = [
    can.edit && { to: `/workspace/organisation/${id}/edit`, label: t('organisation.action.edit') },
    { to: `/workspace/members/${id}`, label: t('member.title') },
    kind === 'institute' && { to: `/workspace/organisation/${id}/people`, label: t('organisation.people.title') },
    kind === 'institute' && verification === 'verified' && { to: `/institutes/${id}`, label: t('organisation.public_page') },
  ].filter((link) => link !== false)
  return (
    <Page crumbs={workspaceCrumbs(t, { label: t('organisation.own.title'), to: '/workspace/organisation' })}>
      <PageTitle title={organisation.name} sub={[<VerificationTag key="state" state={verification} />, organisation.creditCode]} />
      {isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4">{t(said)}</Notice>}
      {back && <Notice tone="stop" role="alert" className="mt-4">{back.message}</Notice>}
      {verification === 'returned' && <Notice tone="stop" className="mt-4" title={t('organisation.returned.title')}>{organisation.verificationNote}</Notice>}
      <Sheet
        aside={
          <>
            <ActionPanel title={t('organisation.verification')} note={t(`organisation.state.${verification}.next`)} shut={!can.submit}>
              {can.submit && (
                <form method="post">
                  <Button variant="main" name="intent" value="submit">{t('organisation.action.submit')}</Button>
                </form>
              )}
            </ActionPanel>
            <OrganisationFacts organisation={organisation} fieldNames={fieldNames} />
            <SideActions links={links} />
          </>
        }
      >
        <Part title={t('organisation.field.summary')}>{organisation.summary ? <ProseText text={organisation.summary} /> : <p className="text-ink-soft">{t('organisation.summary.empty')}</p>}</Part>
        {organisation.steps.length > 0 && <Part title={t('organisation.log')}><StepLog steps={organisation.steps} entity="organisation" /></Part>}
      </Sheet>
    </Page>
  )
}
