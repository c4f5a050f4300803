import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readMailbox } from '#emails/mailbox-reader'
import { notFound } from '~/domain/kernel/errors'
import { env } from '~/env.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { EmptyState, PageTitle, ProseText, useFormat, useT } from '~/ui'

/** The mail that would have gone out, where no SMTP server is configured; never in production. */
export const loader = page('public', async ({ t }) => {
  const { PORTAL_MODE, MAILBOX_URL } = env()
  if (PORTAL_MODE === 'production' || !MAILBOX_URL) throw notFound()
  return { title: t('mailbox.title'), mails: await readMailbox(MAILBOX_URL) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function Mailbox() {
  const { title, mails } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  return (
    <Page crumbs={[{ label: t('ui.home'), to: '/' }, { label: title }]}>
      <PageTitle title={title} lead={t('mailbox.lead')} />
      {mails.length === 0 && <EmptyState title={t('mailbox.empty')} />}
      {mails.map((mail) => (
        <details key={mail.id} className="mt-4">
          <summary>
            <b>{mail.subject}</b>　<span className="text-sm text-ink-soft">{mail.to}，{format.dateTime(new Date(mail.at))}</span>
          </summary>
          <div className="mt-2 max-w-measure">
            <ProseText text={mail.text} />
          </div>
        </details>
      ))}
    </Page>
  )
}
