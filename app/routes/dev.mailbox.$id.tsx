import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readBoxedMail } from '#emails/mailbox-reader'
import { notFound } from '~/domain/kernel/errors'
import { page } from '~/http/guard.server'
import { mailboxUrl } from '~/http/mailbox.server'
import { Page, titled } from '~/page'
import { MailText } from '~/routes-parts/mailbox/text'
import { PageTitle, useFormat, useT } from '~/ui'

export const loader = page('public', async ({ params }) => {
  const mail = await readBoxedMail(mailboxUrl(), params.id ?? '')
  if (!mail) throw notFound()
  return { mail }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.mail.subject ?? '', matches)

export default function Mail() {
  const { mail } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  return (
    <Page crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('mailbox.title'), to: '/dev/mailbox' }]}>
      <PageTitle title={mail.subject} sub={[t('mailbox.to', { to: mail.to }), format.dateTime(new Date(mail.at))]} />
      <MailText text={mail.text} />
    </Page>
  )
}
