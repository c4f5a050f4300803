import { alertSearches } from '~/domain/saved-searches/alert.server'
import type { JobPayload } from '../catalogue'

/** Mails what is new to the saved searches of one frequency. Fails while search is away, and goes on when it is back. */
export async function sendAlerts({ kind }: JobPayload<'alerts.send'>): Promise<void> {
  await alertSearches(kind, new Date())
}
