import type { Answer } from './visitor'

/** A key of `app/i18n` that nobody put into words, or what a value looks like that only code knows. */
const unworded = />[^<]*(?:\b(?:error|field|money|day|time|need|contract|scenario)\.[a-z]+_?[a-z_]*\b|\bundefined\b|\[object Object\]|\bNaN\b)[^<]*</
const trace = /\bat [\w.<>]+ \(|node_modules|\.tsx?:\d|Prisma|Invalid `|ECONN|SELECT /
const markup = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#x27;')

/** What is wrong with an answer to a form of nonsense; null when it is refused, or taken for what is right in it, as it should be. */
export function faultOf({ status, text }: Answer, wrote: boolean, kept: readonly string[]): string | null {
  if (status >= 500) return `answered ${status}`
  const shown = trace.exec(text)
  if (shown) return `shows where it broke: ${shown[0]}`
  if (text.includes('<script>alert')) return 'gives markup back as markup'
  if (status < 400) return null
  if (wrote) return `answered ${status} and wrote`
  if (!/[\u4e00-\u9fff]/.test(text)) return `answered ${status} without a word: ${text.slice(0, 80)}`
  const bare = unworded.exec(text)
  if (bare) return `has no words for ${bare[0].slice(0, 120)}`
  if (status !== 409 && status !== 422) return null
  // A page whose record has gone on for good says so as a page.
  if (text.includes('出了点问题')) return null
  if (!/role="alert"|aria-invalid="true"/.test(text)) return `answered ${status} and does not say what is wrong`
  const lost = kept.filter((value) => !text.includes(markup(value)))
  return lost.length > 0 ? `lost what was typed: ${lost.join(', ').slice(0, 120)}` : null
}
