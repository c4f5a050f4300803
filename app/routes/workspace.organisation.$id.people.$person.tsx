import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Actor } from '~/domain/kernel/actor'
import { forbidden, notFound } from '~/domain/kernel/errors'
import type { CallOptions } from '~/domain/kernel/operation.server'
import { profileChoices, readPerson } from '~/domain/people/read.server'
import { updateProfile } from '~/domain/people/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { PersonForm } from '~/routes-parts/people/form'
import { storedPerson } from '~/routes-parts/people/stored'
import { returned } from '~/routes-parts/shared/refused'
import { PageTitle, useT } from '~/ui'

/** Someone of this organisation whom the actor may change: the address must name both rightly, since saving keeps them there. */
async function personOf(actor: Actor, params: Record<string, string | undefined>, call: CallOptions) {
  const person = await readPerson(actor, { id: params.person ?? '' }, call)
  if (!person.organisation || person.organisation.id !== params.id) throw notFound()
  if (!person.can.edit) throw forbidden()
  return { ...person, organisation: person.organisation }
}

export const loader = page('signed_in', async ({ actor, call, params, t }) => {
  const person = await personOf(actor, params, call)
  return { title: t('person.of.edit', { name: person.name }), organisation: person.organisation, version: person.version, own: person.hasAccount, choices: await profileChoices(actor, {}, call), stored: storedPerson(person) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, values, params, call, context }) => {
  const { number, organisation } = await personOf(actor, params, call)
  await updateProfile(actor, { ...values, id: number, organisationId: organisation.id }, call)
  return go(context, `/workspace/organisation/${organisation.id}/people?done=changed&number=${number}`)
})

export default function EditPerson() {
  const { title, organisation, version, own, choices, stored } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const path = `/workspace/organisation/${organisation.id}`
  return (
    <Page crumbs={workspaceCrumbs(t, { label: organisation.name, to: path }, { label: t('person.of.title'), to: `${path}/people` })}>
      <PageTitle title={title} lead={own ? t('person.of.edit.own') : undefined} />
      <PersonForm stored={stored} choices={choices} back={back} version={version} fixed={organisation} save={t('person.save')} note={t('person.of.note')} />
    </Page>
  )
}
