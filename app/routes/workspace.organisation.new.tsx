import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { renewSession } from '~/domain/auth/sessions.server'
import { placeChoices } from '~/domain/district/choices.server'
import { district } from '~/domain/district/service.server'
import { openKinds } from '~/domain/organisations/schema'
import { createOrganisation } from '~/domain/organisations/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { sessionCookie, sessionToken } from '~/http/session.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { OrganisationForm } from '~/routes-parts/organisations/form'
import { returned } from '~/routes-parts/shared/refused'
import { PageTitle, useT } from '~/ui'

export const loader = page('signed_in', async ({ context, t, url }) => {
  const kind = openKinds.find((one) => one === url.searchParams.get('kind')) ?? ''
  const stored = { texts: { kind, regionCode: (await district()).regionCode } as Record<string, string>, fields: [] as string[] }
  return { title: t('organisation.new.title'), stored, choices: await placeChoices(context.locale) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

/** The account gains a role, so its session gets a fresh token. */
export const action = acting('signed_in', async ({ actor, values, request, call, context }) => {
  const { id } = await createOrganisation(actor, values, call)
  const fresh = await renewSession(await sessionToken(request), context.now)
  const headers = fresh ? { 'Set-Cookie': await sessionCookie(fresh.token, fresh.maxAgeSeconds) } : undefined
  return go(context, `/workspace/organisation/${id}?done=created`, headers)
})

export default function NewOrganisation() {
  const { title, stored, choices } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <Page crumbs={workspaceCrumbs(t, { label: t('organisation.own.title'), to: '/workspace/organisation' })}>
      <PageTitle title={title} lead={t('organisation.new.lead')} />
      <OrganisationForm stored={stored} choices={choices} back={back} withKind note={t('organisation.new.note')} />
    </Page>
  )
}
