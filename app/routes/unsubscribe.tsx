import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isSignedIn } from '~/domain/kernel/actor'
import { conflict, DomainError } from '~/domain/kernel/errors'
import { isDigestToken, readDigestLink, stopDigest } from '~/domain/matching/digest.server'
import { readUnsubscribe, unsubscribe } from '~/domain/saved-searches/unsubscribe.server'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { Button, Notice, PageTitle, useT } from '~/ui'

const isNone = (error: unknown) => error instanceof DomainError && error.code === 'not_found'

/** Opening the link of a mail changes nothing, since mail scanners open links too; the button stops the mails. */
export const loader = page('public', async ({ actor, call, t, url }) => {
  const token = url.searchParams.get('token') ?? ''
  const digest = isDigestToken(token)
  const reading = digest ? readDigestLink(actor, { token }, call).then((one) => ({ ...one, name: t('unsubscribe.digest'), manage: '/account' })) : readUnsubscribe(actor, { token }, call).then((one) => ({ ...one, manage: `/account/searches/${one.id}` }))
  const link = await reading.catch((error: unknown) => {
    if (isNone(error)) return null
    throw error
  })
  return { title: link?.stopped && !link.gone ? t('unsubscribe.stopped', { name: link.name }) : t('unsubscribe.title'), link, digest, signedIn: isSignedIn(actor) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

/** The page's button, and the mail program's own: that one posts without cookie and Origin, and follows no redirect (RFC 8058). */
export const action = acting('public', async ({ actor, values, call, context, url }) => {
  const token = url.searchParams.get('token') ?? ''
  await (isDigestToken(token) ? stopDigest : unsubscribe)(actor, { token }, call).catch((error: unknown) => {
    throw isNone(error) ? conflict({ key: 'unsubscribe.link_wrong' }) : error
  })
  return values['List-Unsubscribe'] === 'One-Click' ? null : go(context, `/unsubscribe?token=${encodeURIComponent(token)}`)
})

export default function Unsubscribe() {
  const { title, link, digest, signedIn } = useLoaderData<typeof loader>()
  const t = useT()
  if (!link || link.gone) {
    return (
      <Page>
        <PageTitle title={title} />
        <Notice tone={link ? 'calm' : 'stop'} role={link ? 'status' : 'alert'} className="mt-4" actions={[{ to: '/account/searches', label: t('saved.open_list') }]}>{t(link ? 'unsubscribe.gone' : 'unsubscribe.link_wrong')}</Notice>
      </Page>
    )
  }
  return (
    <Page>
      <PageTitle title={title} lead={link.stopped ? t(digest ? 'unsubscribe.digest.stopped' : 'unsubscribe.stopped.lead') : digest ? t('unsubscribe.digest.lead') : t('unsubscribe.lead', { name: link.name })} />
      {link.stopped ? (
        <p className="mt-6"><Button to={link.manage}>{t(signedIn ? 'unsubscribe.again' : 'unsubscribe.again.login')}</Button></p>
      ) : (
        <form method="post" className="mt-6">
          <Button variant="main">{t('unsubscribe.action')}</Button>
        </form>
      )}
    </Page>
  )
}
