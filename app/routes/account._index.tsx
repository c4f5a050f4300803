import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeProfile, readOwnAccount } from '~/domain/accounts/service.server'
import { changePassword, endAllSessions, endSession, listSessions } from '~/domain/auth/sessions.server'
import { changeDigest, readDigest } from '~/domain/matching/digest.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { endedSessionCookie, sessionCookie, sessionToken } from '~/http/session.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { OwnDigest } from '~/routes-parts/accounts/digest'
import { OwnPassword, OwnProfile, OwnRoles, OwnSearches, OwnSessions } from '~/routes-parts/accounts/own'
import { returned } from '~/routes-parts/shared/refused'
import { Notice, PageTitle, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, request, t, url }) => ({
  title: t('account.title'),
  done: url.searchParams.get('done'),
  account: await readOwnAccount(actor, {}, call),
  digest: await readDigest(actor, {}, call),
  sessions: await listSessions(actor, { token: await sessionToken(request) }, call),
}))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const steps = { profile: true, digest: true, password: true, 'end-session': true, 'sign-out-everywhere': true }

export const action = acting('signed_in', async ({ actor, values, intent, request, call, context }) => {
  const step = stepOf(steps, intent)
  if (step === 'password') {
    const { token, maxAgeSeconds } = await changePassword(actor, { current: String(values.current ?? ''), password: String(values.password ?? ''), token: await sessionToken(request) }, call)
    return go(context, '/account?done=password', { 'Set-Cookie': await sessionCookie(token, maxAgeSeconds) })
  }
  if (step === 'sign-out-everywhere') {
    await endAllSessions(actor, {}, call)
    return go(context, '/login?done=everywhere', { 'Set-Cookie': await endedSessionCookie() })
  }
  if (step === 'end-session') {
    await endSession(actor, { session: String(values.session ?? '') }, call)
    return go(context, '/account?done=session')
  }
  if (step === 'digest') {
    await changeDigest(actor, values, call)
    return go(context, '/account?done=digest')
  }
  await changeProfile(actor, { name: String(values.name ?? ''), locale: values.locale === 'en' ? 'en' : 'zh-CN', version: values.version }, call)
  return go(context, '/account?done=profile')
})

export default function Account() {
  const { title, done, account, digest, sessions } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const said = `account.done.${done}`
  return (
    <Page crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('workspace.title'), to: '/workspace' }]}>
      <PageTitle title={title} sub={[account.email]} />
      {!back && isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4">{t(said)}</Notice>}
      <OwnProfile account={account} back={back?.intent === 'profile' ? back : null} />
      <OwnRoles account={account} />
      <OwnSearches />
      {account.roles.some(({ role }) => role === 'institute') || account.personNumber || account.brokerNumber ? <OwnDigest weekly={digest.weekly} back={back?.intent === 'digest' ? back : null} /> : null}
      <OwnPassword back={back?.intent === 'password' ? back : null} />
      <OwnSessions sessions={sessions} back={back?.intent === 'end-session' ? back : null} />
    </Page>
  )
}
