import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signIn } from '~/domain/auth/service.server'
import { isSignedIn } from '~/domain/kernel/actor'
import { action as acting, go, page } from '~/http/guard.server'
import { sessionCookie, sessionToken } from '~/http/session.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { barePath } from '~/routes-parts/accounts/paths'
import { returned, summary, typed } from '~/routes-parts/shared/refused'
import { Button, Checkbox, ErrorSummary, FormEnd, HiddenField, Link, Notice, PageTitle, TextField, useT } from '~/ui'

export const loader = page('public', async ({ actor, context, t, url }) => {
  const to = barePath(url.searchParams.get('to'), '/workspace')
  if (isSignedIn(actor)) throw go(context, to)
  return { title: t('login.title'), to, done: url.searchParams.get('done') }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('public', async ({ request, context, values }) => {
  const from = { address: context.address, userAgent: request.headers.get('User-Agent'), now: context.now, oldToken: await sessionToken(request) }
  const { token, maxAgeSeconds } = await signIn(values, from)
  return go(context, barePath(values.to, '/workspace'), { 'Set-Cookie': await sessionCookie(token, maxAgeSeconds) })
})

export default function Login() {
  const { title, to, done } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const said = `login.done.${done}`
  const labels = { email: t('account.field.email'), password: t('account.field.password') }
  return (
    <Page>
      <PageTitle title={title} lead={t('login.lead')} />
      {!back && isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4">{t(said)}</Notice>}
      <form method="post" noValidate className="mt-6 max-w-measure">
        <ErrorSummary errors={summary(back, labels)} />
        <HiddenField name="to" value={to} />
        <TextField name="email" type="email" label={labels.email} value={typed(back, 'email', '')} error={back?.errors.email} inputMode="email" autoComplete="username" required />
        <TextField name="password" type="password" label={labels.password} error={back?.errors.password} autoComplete="current-password" required />
        <Checkbox name="remember" label={t('login.remember')} hint={t('login.remember.hint')} checked={typed(back, 'remember', '') !== ''} />
        <FormEnd>
          <Button variant="main">{t('login.action')}</Button>
        </FormEnd>
      </form>
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
        <Link to="/forgot-password">{t('login.forgot')}</Link>
        <Link to="/register">{t('login.register')}</Link>
      </p>
    </Page>
  )
}
