import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { renewSession } from '~/domain/auth/sessions.server'
import { profileChoices, readOwnProfile, readPerson } from '~/domain/people/read.server'
import { createProfile, updateProfile } from '~/domain/people/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { sessionCookie, sessionToken } from '~/http/session.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { PersonForm } from '~/routes-parts/people/form'
import { newPerson, storedPerson } from '~/routes-parts/people/stored'
import { returned } from '~/routes-parts/shared/refused'
import { PageTitle, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, t }) => {
  const own = await readOwnProfile(actor, {}, call)
  const person = own && (await readPerson(actor, { id: own.number }, call))
  const choices = await profileChoices(actor, { present: person?.organisation }, call)
  const stored = person ? storedPerson(person) : newPerson({ name: actor.name, contactEmail: actor.email ?? '' })
  return { title: t(person ? 'person.edit.title' : 'person.new.title'), version: person?.version, choices, stored }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

/** A first profile gives the account a role, so its session gets a fresh token. */
export const action = acting('signed_in', async ({ actor, values, request, call, context }) => {
  const own = await readOwnProfile(actor, {}, call)
  if (own) {
    await updateProfile(actor, { ...values, id: own.number }, call)
    return go(context, '/workspace/profile?done=updated')
  }
  await createProfile(actor, values, call)
  const fresh = await renewSession(await sessionToken(request), context.now)
  return go(context, '/workspace/profile?done=created', fresh ? { 'Set-Cookie': await sessionCookie(fresh.token, fresh.maxAgeSeconds) } : undefined)
})

export default function EditProfile() {
  const { title, version, choices, stored } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const isNew = version === undefined
  return (
    <Page crumbs={workspaceCrumbs(t, { label: t('person.own.title'), to: '/workspace/profile' })}>
      <PageTitle title={title} lead={isNew ? t('person.new.lead') : undefined} />
      <PersonForm stored={stored} choices={choices} back={back} version={version} save={t(isNew ? 'person.own.create' : 'person.save')} note={t('person.form.note')} />
    </Page>
  )
}
