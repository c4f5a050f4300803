import type { MailData, MailTemplate } from '#emails/catalogue'
import { renderMail } from '#emails/render'
import { createMailer, type Mailer } from '#emails/transport'
import { siteOf } from '~/domain/district/service.server'
import { db } from '~/domain/kernel/db.server'
import { pendingMail, mailFailed, mailSent } from '~/domain/notifications/service.server'
import { env } from '~/env.server'

let mailer: { url: string; mailer: Mailer } | null = null

function currentMailer(): Mailer {
  const { SMTP_URL: url, MAIL_FROM: from } = env()
  if (!url) throw new Error('SMTP_URL is not set')
  if (mailer?.url !== url) {
    mailer?.mailer.close()
    mailer = { url, mailer: createMailer(url, from) }
  }
  return mailer.mailer
}

/** Sends one mail; one that was sent is not sent again. A refusal is kept with the mail and thrown, so that the job is tried again. */
export async function sendMail({ mailId }: { mailId: string }): Promise<void> {
  const mail = await pendingMail(db(), mailId)
  if (!mail) return
  const locale = mail.locale === 'en' ? 'en' : 'zh-CN'
  const { name: site, bureau } = await siteOf(locale)
  const rendered = renderMail(mail.template as MailTemplate, mail.data as MailData[MailTemplate], locale, { url: publicUrl(), site, bureau })
  try {
    await currentMailer().send({ ...rendered, to: mail.recipient, messageId: mail.messageId })
  } catch (error) {
    await mailFailed(db(), mailId, String((error as Error).message))
    throw error
  }
  await mailSent(db(), mailId)
}

function publicUrl(): string {
  const { PUBLIC_URL, HOST, PORT } = env()
  return (PUBLIC_URL ?? `http://${HOST}:${PORT ?? 3000}`).replace(/\/$/, '')
}

export function closeMailer(): void {
  mailer?.mailer.close()
  mailer = null
}
