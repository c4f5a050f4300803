import { renderToStaticMarkup } from 'react-dom/server'
import { translator, type Locale, type MessageKey, type MessageParams } from '~/i18n'
import { extrasOf, type Extras } from './alert'
import type { MailData, MailTemplate } from './catalogue'
import { Layout } from './layout'
import { actions } from './actions'

/** Where a mail comes from: the portal's address without a slash at its end, its name and the bureau's, as the district has them. */
export type MailOrigin = { url: string; site: string; bureau: string }
/** `leave` is the address that stops mails of this kind at once, for the mail program's own button (RFC 8058). */
export type RenderedMail = { subject: string; text: string; html: string; leave?: string }

/** A header is one line: what people typed cannot add another. */
const oneLine = (text: string) => text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

/** The extras with whole addresses instead of paths. */
function addressed(extras: Extras, base: string): Extras {
  const whole = (link: Extras['leave']) => ({ ...link, path: base + link.path })
  return { ...extras, records: extras.records.map(whole), manage: whole(extras.manage), leave: whole(extras.leave) }
}

/** The same as plain text: records before the main link, the way out after the signature. */
function textOf({ records, more, why, manage, leave }: Extras, colon: string) {
  return {
    above: [...records.map(({ note, label, path }) => `${note}\n${label}\n${path}`), ...(more ? [more] : [])],
    below: [why, ...[manage, leave].map(({ label, path }) => `${label}${colon}${path}`)],
  }
}

/**
 * Puts a mail into words: subject, plain text and HTML. The words are `mail.<template>.subject|body|action` in
 * `app/i18n`; what people typed is inserted as text.
 */
export function renderMail<Template extends MailTemplate>(template: Template, data: MailData[Template], locale: Locale, origin: MailOrigin): RenderedMail {
  const t = translator(locale)
  const base = origin.url + (locale === 'en' ? '/en' : '')
  const params = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, value === null ? '' : String(value)])) as MessageParams
  const word = (part: 'subject' | 'body' | 'action') => t(`mail.${template}.${part}` as MessageKey, params)
  const paragraphs = [t('mail.greeting', { name: params.name ?? '' }), ...word('body').split('\n').filter(Boolean)]
  const action = { label: word('action'), url: base + actions[template](data) }
  const signature = t('mail.signature', { site: origin.site, bureau: origin.bureau })
  const own = extrasOf(template, data, t)
  const extras = own && addressed(own, base)
  const subject = oneLine(word('subject'))
  const colon = locale === 'en' ? ': ' : '：'
  const { above, below } = extras ? textOf(extras, colon) : { above: [], below: [] }
  const text = [...paragraphs, ...above, '', `${action.label}${colon}${action.url}`, '', signature, ...below].join('\n\n').replace(/\n{3,}/g, '\n\n')
  const html = '<!doctype html>' + renderToStaticMarkup(<Layout locale={locale} subject={subject} paragraphs={paragraphs} action={action} signature={signature} extras={extras} />)
  return { subject, text, html, leave: extras?.leave.path }
}
