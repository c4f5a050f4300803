import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readMailbox } from '#emails/mailbox-reader'
import { page } from '~/http/guard.server'
import { mailboxUrl } from '~/http/mailbox.server'
import { Page, titled } from '~/page'
import { EmptyState, Note, PageTitle, ResultList, ResultRow, useFormat, useT } from '~/ui'

/** The mail that would have gone out, where no SMTP server is configured; never in production. */
export const loader = page('public', async ({ t }) => ({ title: t('mailbox.title'), ...(await readMailbox(mailboxUrl())) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function Mailbox() {
  const { title, mails, total } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  return (
    <Page crumbs={[{ label: t('ui.home'), to: '/' }]}>
      <PageTitle title={title} lead={t('mailbox.lead')} />
      {mails.length === 0 ? (
        <EmptyState title={t('mailbox.empty')} />
      ) : (
        <ResultList label={title}>
          {mails.map((mail) => (
            <ResultRow key={mail.id} kind={mail.to} to={`/dev/mailbox/${mail.id}`} title={mail.subject} passage={[{ text: mail.preview }]} date={format.dateTime(new Date(mail.at))} />
          ))}
        </ResultList>
      )}
      {total > mails.length && <Note className="mt-4">{t('mailbox.newest', { shown: format.count(mails.length), total: format.count(total) })}</Note>}
    </Page>
  )
}
