import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmEmail } from '~/domain/auth/service.server'
import { conflict, DomainError } from '~/domain/kernel/errors'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { returned } from '~/routes-parts/shared/refused'
import { Button, HiddenField, Notice, PageTitle, useT } from '~/ui'

/** Opening the link changes nothing, since mail scanners open links too; the button confirms. */
export const loader = page('public', async ({ t, url }) => ({ title: t('confirm.title'), token: url.searchParams.get('token') ?? '' }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('public', async ({ actor, values, call, context }) => {
  try {
    await confirmEmail(actor, values, call)
  } catch (error) {
    // A link that was cut short is as good as a spent one.
    if (error instanceof DomainError && error.code === 'invalid') throw conflict({ key: 'confirm.link_spent' })
    throw error
  }
  return go(context, '/login?done=confirmed')
})

export default function Confirm() {
  const { title, token } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <Page>
      <PageTitle title={title} lead={t('confirm.lead')} />
      {back && <Notice tone="stop" role="alert" className="mt-4" actions={[{ to: '/register', label: t('confirm.again') }, { to: '/login', label: t('login.title') }]}>{back.message}</Notice>}
      <form method="post" className="mt-6">
        <HiddenField name="token" value={token} />
        <Button variant="main">{t('confirm.action')}</Button>
      </form>
    </Page>
  )
}
