import { notFound } from '~/domain/kernel/errors'
import { env } from '~/env.server'

/** Where the development mailbox answers. Throws a 404 where there is none, and always in production. */
export function mailboxUrl(): string {
  const { PORTAL_MODE, MAILBOX_URL } = env()
  if (PORTAL_MODE === 'production' || !MAILBOX_URL) throw notFound()
  return MAILBOX_URL
}
