import type { Translate } from '~/i18n'
import type { MailData, MailTemplate } from './catalogue'

/** A link of a mail: the words above it, its own, and where it leads as a path of the portal. */
export type MailLink = { note: string; label: string; path: string }
/** What a mail has besides its paragraphs: a list of records, and how to have no more of it. */
export type Extras = { records: MailLink[]; more: string | null; why: string; manage: MailLink; leave: MailLink }

/** The results that an alert names, how many more there are, why it was sent and how it is stopped. */
function alertExtras({ records, count, search, frequency, manage, token }: MailData['search_alert'], t: Translate): Extras {
  const until = (deadline: string | null) => (deadline ? t('mail.search_alert.deadline', { deadline }) : null)
  return {
    records: records.map(({ kind, title, path, deadline }) => ({ note: [t(`kind.${kind}`), until(deadline)].filter(Boolean).join(' · '), label: title, path })),
    more: count > records.length ? t('mail.search_alert.more', { count: count - records.length }) : null,
    why: t('mail.search_alert.why', { search, frequency: t(`saved.frequency.${frequency}`) }),
    manage: { note: '', label: t('mail.search_alert.manage'), path: manage },
    leave: { note: '', label: t('mail.search_alert.leave'), path: `/unsubscribe?token=${encodeURIComponent(token)}` },
  }
}

/** What has come to fit, each with its reason, and how the weekly mail is stopped. */
function digestExtras({ records, count, manage, token }: MailData['match_digest'], t: Translate): Extras {
  return {
    records: records.map(({ kind, title, path, deadline, reason }) => ({ note: [t(`kind.${kind}`), deadline && t('mail.search_alert.deadline', { deadline }), reason].filter(Boolean).join(' · '), label: title, path })),
    more: count > records.length ? t('mail.search_alert.more', { count: count - records.length }) : null,
    why: t('mail.match_digest.why'),
    manage: { note: '', label: t('mail.match_digest.manage'), path: manage },
    leave: { note: '', label: t('mail.match_digest.leave'), path: `/unsubscribe?token=${encodeURIComponent(token)}` },
  }
}

/** The extras of a mail that is sent again and again; undefined for one that answers an occasion. */
export function extrasOf<Template extends MailTemplate>(template: Template, data: MailData[Template], t: Translate): Extras | undefined {
  if (template === 'search_alert') return alertExtras(data as MailData['search_alert'], t)
  return template === 'match_digest' ? digestExtras(data as MailData['match_digest'], t) : undefined
}
