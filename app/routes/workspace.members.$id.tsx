import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addMember, listMembers, removeMember } from '~/domain/organisations/members.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { MemberForm, MemberTable } from '~/routes-parts/organisations/members'
import { returned } from '~/routes-parts/shared/refused'
import { Notice, PageTitle, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, params, t, url }) => {
  const list = await listMembers(actor, { id: params.id ?? '' }, call)
  return { ...list, title: t('member.of', { name: list.name }), id: params.id ?? '', done: url.searchParams.get('done') }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, values, intent, params, call, context }) => {
  const id = params.id ?? ''
  if (stepOf({ add: addMember, remove: removeMember }, intent) === 'remove') {
    await removeMember(actor, { id, accountId: String(values.accountId ?? '') }, call)
    return go(context, values.accountId === actor.accountId ? '/workspace' : `/workspace/members/${id}?done=removed`)
  }
  await addMember(actor, { id, email: String(values.email ?? ''), manager: values.manager }, call)
  return go(context, `/workspace/members/${id}?done=added`)
})

export default function Members() {
  const { title, id, name, members, canManage, verification, done } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const said = `member.done.${done}`
  return (
    <Page crumbs={workspaceCrumbs(t, { label: name, to: `/workspace/organisation/${id}` })}>
      <PageTitle title={title} lead={t('member.lead')} />
      {isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4">{t(said)}</Notice>}
      {back?.intent === 'remove' && <Notice tone="stop" role="alert" className="mt-4">{back.message}</Notice>}
      <MemberTable members={members} canManage={canManage} />
      {canManage && <MemberForm back={back?.intent === 'add' ? back : null} verified={verification === 'verified'} />}
    </Page>
  )
}
