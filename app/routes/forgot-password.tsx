import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requestReset, takeTry } from '~/domain/auth/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { returned, summary, typed } from '~/routes-parts/shared/refused'
import { Button, Confirmation, ErrorSummary, FormEnd, PageTitle, TextField, useT } from '~/ui'

export const loader = page('public', async ({ t, url }) => {
  const sent = url.searchParams.get('done') === 'sent'
  return { title: t(sent ? 'forgot.sent' : 'forgot.title'), sent }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

/** The answer is the same whether or not the address has an account. */
export const action = acting('public', async ({ actor, values, call, context }) => {
  await takeTry('register', context.address)
  if (typeof values.email === 'string') await takeTry('mail', values.email.trim().toLowerCase().slice(0, 254))
  await requestReset(actor, values, call)
  return go(context, '/forgot-password?done=sent')
})

export default function ForgotPassword() {
  const { title, sent } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  if (sent) {
    return (
      <Page>
        <Confirmation title={title} steps={[{ what: t('forgot.sent.open'), when: t('forgot.sent.open.when') }, { what: t('forgot.sent.choose') }]}>
          <p className="mt-6">{t('forgot.sent.nothing')}</p>
        </Confirmation>
      </Page>
    )
  }
  return (
    <Page>
      <PageTitle title={title} lead={t('forgot.lead')} />
      <form method="post" noValidate className="mt-6 max-w-measure">
        <ErrorSummary errors={summary(back, { email: t('account.field.email') })} />
        <TextField name="email" type="email" label={t('account.field.email')} value={typed(back, 'email', '')} error={back?.errors.email} inputMode="email" autoComplete="username" required />
        <FormEnd>
          <Button variant="main">{t('forgot.action')}</Button>
        </FormEnd>
      </form>
    </Page>
  )
}
