import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { resetPassword } from '~/domain/auth/service.server'
import { conflict, DomainError } from '~/domain/kernel/errors'
import { action as acting, go, page } from '~/http/guard.server'
import { endedSessionCookie } from '~/http/session.server'
import { Page, titled } from '~/page'
import { returned, summary } from '~/routes-parts/shared/refused'
import { Button, ErrorSummary, FormEnd, HiddenField, Link, PageTitle, TextField, useT } from '~/ui'

export const loader = page('public', async ({ t, url }) => ({ title: t('reset.title'), token: url.searchParams.get('token') ?? '' }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('public', async ({ actor, values, call, context }) => {
  try {
    await resetPassword(actor, values, call)
  } catch (error) {
    // A link that was cut short is as good as a spent one.
    if (error instanceof DomainError && error.errors.some(({ path }) => path === 'token')) throw conflict({ key: 'reset.link_spent' })
    throw error
  }
  return go(context, '/login?done=reset', { 'Set-Cookie': await endedSessionCookie() })
})

export default function ResetPassword() {
  const { title, token } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <Page>
      <PageTitle title={title} lead={t('reset.lead')} />
      <form method="post" noValidate className="mt-6 max-w-measure">
        <ErrorSummary errors={summary(back, { password: t('account.field.new_password') })} />
        <HiddenField name="token" value={token} />
        <TextField name="password" type="password" label={t('account.field.new_password')} hint={t('password.hint')} error={back?.errors.password} autoComplete="new-password" required />
        <FormEnd note={t('reset.note')}>
          <Button variant="main">{t('reset.action')}</Button>
        </FormEnd>
      </form>
      <p className="mt-6">
        <Link to="/forgot-password">{t('reset.again')}</Link>
      </p>
    </Page>
  )
}
