import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { renewSession } from '~/domain/auth/sessions.server'
import { readBroker, readOwnBroker } from '~/domain/brokers/read.server'
import { applyAsBroker, updateBroker } from '~/domain/brokers/service.server'
import { termChoices } from '~/domain/district/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { sessionCookie, sessionToken } from '~/http/session.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { BrokerForm } from '~/routes-parts/brokers/form'
import { storedBroker } from '~/routes-parts/brokers/stored'
import { returned } from '~/routes-parts/shared/refused'
import { PageTitle, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, context, t }) => {
  const { broker: own, agencies } = await readOwnBroker(actor, {}, call)
  const broker = own && (await readBroker(actor, { id: own.number }, call))
  const stored = broker ? storedBroker(broker) : { fields: [], texts: { kind: agencies.length > 0 ? 'agency' : 'person', organisationId: agencies[0]?.value ?? '', name: agencies[0]?.label ?? actor.name, maxLoad: '10', contactEmail: actor.email ?? '' } as Record<string, string> }
  return { title: t(broker ? 'broker.edit.title' : 'broker.new.title'), version: broker?.version, judged: broker !== null && broker.state !== 'applied', stored, choices: { agencies, fields: await termChoices('field', context.locale) } }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

/** An application gives the account a role, so its session gets a fresh token. */
export const action = acting('signed_in', async ({ actor, values, request, call, context }) => {
  const { broker: own } = await readOwnBroker(actor, {}, call)
  if (own) {
    const { again } = await updateBroker(actor, { ...values, id: own.number }, call)
    return go(context, `/workspace/broker?done=${again ? 'again' : 'updated'}`)
  }
  await applyAsBroker(actor, values, call)
  const fresh = await renewSession(await sessionToken(request), context.now)
  return go(context, '/workspace/broker?done=applied', fresh ? { 'Set-Cookie': await sessionCookie(fresh.token, fresh.maxAgeSeconds) } : undefined)
})

export default function EditBroker() {
  const { title, version, judged, stored, choices } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const isNew = version === undefined
  return (
    <Page crumbs={workspaceCrumbs(t, { label: t('broker.own.title'), to: '/workspace/broker' })}>
      <PageTitle title={title} lead={isNew ? t('broker.new.lead') : undefined} />
      <BrokerForm stored={stored} choices={choices} back={back} version={version} save={t(isNew ? 'broker.own.apply' : 'common.save')} note={t(isNew ? 'broker.new.note' : judged ? 'broker.edit.note' : 'broker.edit.note.applied')} />
    </Page>
  )
}
