import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { register, takeTry } from '~/domain/auth/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { returned, summary, typed } from '~/routes-parts/shared/refused'
import { Button, Checkbox, Confirmation, ErrorSummary, FormEnd, Link, PageTitle, SideActions, TextField, useT } from '~/ui'

export const loader = page('public', async ({ t, url }) => {
  const sent = url.searchParams.get('done') === 'sent'
  return { title: t(sent ? 'register.sent' : 'register.title'), sent }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

/** The answer is the same whether or not the address has an account. */
export const action = acting('public', async ({ actor, values, call, context }) => {
  await takeTry('register', context.address)
  if (typeof values.email === 'string') await takeTry('mail', values.email.trim().toLowerCase().slice(0, 254))
  await register({ ...actor, locale: context.locale }, values, call)
  return go(context, '/register?done=sent')
})

export default function Register() {
  const { title, sent } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const labels = { name: t('account.field.name'), email: t('account.field.email'), password: t('account.field.password'), terms: t('register.terms') }
  if (sent) {
    return (
      <Page>
        <Confirmation title={title} steps={[{ what: t('register.sent.open'), when: t('register.sent.open.when') }, { what: t('register.sent.choose') }]}>
          <p className="mt-6">{t('register.sent.nothing')}</p>
          <SideActions links={[{ to: '/login', label: t('register.sent.login') }, { to: '/register', label: t('register.sent.again') }]} />
        </Confirmation>
      </Page>
    )
  }
  return (
    <Page>
      <PageTitle title={title} lead={t('register.lead')} />
      <form method="post" noValidate className="mt-6 max-w-measure">
        <ErrorSummary errors={summary(back, labels)} />
        <TextField name="name" label={labels.name} hint={t('account.field.name.hint')} value={typed(back, 'name', '')} error={back?.errors.name} autoComplete="name" required />
        <TextField name="email" type="email" label={labels.email} hint={t('register.email.hint')} value={typed(back, 'email', '')} error={back?.errors.email} inputMode="email" autoComplete="username" required />
        <TextField name="password" type="password" label={labels.password} hint={t('password.hint')} error={back?.errors.password} autoComplete="new-password" required />
        <Checkbox name="terms" label={<>{t('register.agree')}<Link to="/help/privacy">{t('register.terms')}</Link></>} error={back?.errors.terms} checked={typed(back, 'terms', '') !== ''} required />
        <FormEnd note={t('register.note')}>
          <Button variant="main">{t('register.action')}</Button>
        </FormEnd>
      </form>
      <p className="mt-6">
        <Link to="/login">{t('register.login')}</Link>
      </p>
    </Page>
  )
}
