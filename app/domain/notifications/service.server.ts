import { createHash } from 'node:crypto'
import type { Mail, Tx } from '#prisma/client'
import type { MailTemplate, MailData } from '#emails/catalogue'
import type { Context } from '~/domain/kernel/operation.server'
import type { Locale } from '~/i18n'
import * as repo from './repo.server'

export type NewMail<Template extends MailTemplate = MailTemplate> = {
  /** Names the occasion; the same key is one mail, however often its job runs. */
  key: string
  template: Template
  recipient: string
  locale: Locale
  data: MailData[Template]
}

/** Writes a mail and its job in the caller's transaction. A mail whose key exists already is not written again. */
export async function createMail<Template extends MailTemplate>(context: Pick<Context, 'tx' | 'enqueue'>, mail: NewMail<Template>): Promise<void> {
  const messageId = `<${createHash('sha256').update(mail.key).digest('hex').slice(0, 32)}@portal>`
  const id = await repo.insertMail(context.tx, { ...mail, messageId })
  if (id) await context.enqueue('mail.send', { mailId: id })
}

/** A mail that still has to go out; null once it is sent. */
export async function pendingMail(tx: Tx, id: string): Promise<Mail | null> {
  const mail = await repo.findMail(tx, id)
  return mail && !mail.sentAt ? mail : null
}

/** Notes that a mail went out, and forgets what it needed to be written: a link in it may open an account. */
export function mailSent(tx: Tx, id: string): Promise<void> {
  return repo.markSent(tx, id, new Date())
}

export function mailFailed(tx: Tx, id: string, error: string): Promise<void> {
  return repo.markFailed(tx, id, error)
}
