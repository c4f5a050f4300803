import { say, translator, isMessageKey, type Locale, type MessageParams } from '~/i18n'
import type { DomainError } from '~/domain/kernel/errors'

const statuses: Record<DomainError['code'], number> = { malformed: 400, invalid: 422, not_found: 404, forbidden: 403, sign_in: 401, conflict: 409, too_many: 429, away: 503 }

export function statusOf(error: DomainError): number {
  return statuses[error.code]
}

/** One sentence in the reader's language; states are named by their words, not their codes. */
export function sentence(error: DomainError, locale: Locale): string {
  const t = translator(locale)
  const { key, params } = error.said
  if (key !== 'error.wrong_state') return say(t, error.said)
  const word = (state: string | undefined) => {
    const stateKey = `${error.detail.entity}.state.${state}`
    return isMessageKey(stateKey) ? t(stateKey) : (state ?? '')
  }
  return t(key, { ...(params as MessageParams), from: word(error.detail.from), to: word(error.detail.to) })
}

/** Field errors by path, in words. */
export function fieldSentences(error: DomainError, locale: Locale): Record<string, string> {
  const t = translator(locale)
  return Object.fromEntries(error.errors.map(({ path, message }) => [path, say(t, message)]))
}

/** RFC 9457 `application/problem+json`. */
export function problemResponse(error: DomainError, locale: Locale): Response {
  const body = {
    type: 'about:blank',
    title: sentence(error, locale),
    status: statusOf(error),
    code: error.code,
    ...(error.errors.length > 0 && { errors: Object.entries(fieldSentences(error, locale)).map(([path, message]) => ({ path, message })) }),
    ...(error.detail.from && { state: error.detail.from }),
  }
  return new Response(JSON.stringify(body), { status: body.status, headers: { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store', ...(error.code === 'away' && { 'Retry-After': '5' }) } })
}
