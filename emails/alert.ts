import type { Translate } from '~/i18n'
import type { MailData } from './catalogue'

/** A link of a mail: the words above it, its own, and where it leads as a path of the portal. */
export type MailLink = { note: string; label: string; path: string }
/** What a mail has besides its paragraphs: a list of records, and how to have no more of it. */
export type Extras = { records: MailLink[]; more: string | null; why: string; manage: MailLink; leave: MailLink }

/** The results that an alert names, how many more there are, why it was sent and how it is stopped. */
export function alertExtras({ records, count, search, frequency, manage, token }: MailData['search_alert'], t: Translate): Extras {
  const until = (deadline: string | null) => (deadline ? t('mail.search_alert.deadline', { deadline }) : null)
  return {
    records: records.map(({ kind, title, path, deadline }) => ({ note: [t(`kind.${kind}`), until(deadline)].filter(Boolean).join(' · '), label: title, path })),
    more: count > records.length ? t('mail.search_alert.more', { count: count - records.length }) : null,
    why: t('mail.search_alert.why', { search, frequency: t(`saved.frequency.${frequency}`) }),
    manage: { note: '', label: t('mail.search_alert.manage'), path: manage },
    leave: { note: '', label: t('mail.search_alert.leave'), path: `/unsubscribe?token=${encodeURIComponent(token)}` },
  }
}
