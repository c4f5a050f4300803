import { renderToStaticMarkup } from 'react-dom/server'
import { translator, type Locale, type MessageKey, type MessageParams } from '~/i18n'
import type { MailData, MailTemplate } from './catalogue'
import { Layout } from './layout'
import { actions } from './actions'

/** Where a mail comes from: the portal's address without a slash at its end, its name and the bureau's, as the district has them. */
export type MailOrigin = { url: string; site: string; bureau: string }
export type RenderedMail = { subject: string; text: string; html: string }

/** A header is one line: what people typed cannot add another. */
const oneLine = (text: string) => text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

/**
 * Puts a mail into words: subject, plain text and HTML. The words are `mail.<template>.subject|body|action` in
 * `app/i18n`; what people typed is inserted as text.
 */
export function renderMail<Template extends MailTemplate>(template: Template, data: MailData[Template], locale: Locale, origin: MailOrigin): RenderedMail {
  const t = translator(locale)
  const params = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, value === null ? '' : String(value)])) as MessageParams
  const word = (part: 'subject' | 'body' | 'action') => t(`mail.${template}.${part}` as MessageKey, params)
  const paragraphs = [t('mail.greeting', { name: params.name ?? '' }), ...word('body').split('\n').filter(Boolean)]
  const action = { label: word('action'), url: origin.url + (locale === 'en' ? '/en' : '') + actions[template](data) }
  const signature = t('mail.signature', { site: origin.site, bureau: origin.bureau })
  const subject = oneLine(word('subject'))
  const text = [...paragraphs, '', `${action.label}${locale === 'en' ? ': ' : '：'}${action.url}`, '', signature].join('\n\n').replace(/\n{3,}/g, '\n\n')
  const html = '<!doctype html>' + renderToStaticMarkup(<Layout locale={locale} subject={subject} paragraphs={paragraphs} action={action} signature={signature} />)
  return { subject, text, html }
}
