import i18next, { type i18n } from 'i18next'
import { zh } from './zh'
import { en } from './en'

/** Languages of the portal: Chinese first, English under `/en`. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'zh-CN'

/** Every text a person reads has a key; a key that exists in one language only does not compile. */
export type MessageKey = keyof typeof zh
export type MessageParams = Record<string, string | number>
/** A message not yet put into words: what the domain throws and a page translates. */
export type Message = { key: MessageKey; params?: MessageParams }
export type Translate = (key: MessageKey, params?: MessageParams) => string

const instances = new Map<Locale, i18n>()
const translators = new Map<Locale, Translate>()

function instance(locale: Locale): i18n {
  const known = instances.get(locale)
  if (known) return known
  const made = i18next.createInstance()
  void made.init({
    lng: locale,
    resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
  })
  instances.set(locale, made)
  return made
}

/** Words for a language: `t('need.title')`, with `{name}` parts filled from `params` (inserted as typed, escaped by React). */
export function translator(locale: Locale): Translate {
  const known = translators.get(locale)
  if (known) return known
  const fixed = instance(locale).getFixedT(locale) as (key: string, params?: MessageParams) => string
  // Most words have no parts to fill: a page says hundreds of them, and looking one up anew costs a hundred times as much.
  const plain = new Map<string, string>()
  const translate: Translate = (key, params) => {
    // A count chooses between singular and plural.
    if (params && 'count' in params) return fixed(key, params)
    const said = plain.get(key) ?? fixed(key)
    plain.set(key, said)
    return params ? said.replace(/\{(\w+)\}/g, (part, name: string) => String(params[name] ?? part)) : said
  }
  translators.set(locale, translate)
  return translate
}

/** A message put into words. */
export function say(t: Translate, message: Message): string {
  return t(message.key, message.params)
}

export function isMessageKey(text: string): text is MessageKey {
  return Object.hasOwn(zh, text)
}
