import { sendDigests } from '~/domain/matching/digest.server'

/** Mails candidates what is new and fits, once a week. */
export function sendWeeklyDigests(): Promise<void> {
  return sendDigests(new Date())
}
