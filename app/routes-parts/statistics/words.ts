import type { Standing } from '~/domain/statistics/targets.server'
import { Decimal } from '~/domain/kernel/money'
import type { Translate } from '~/i18n'
import type { Format, Tone } from '~/ui'

/** Sentences say large amounts to the 万元. */
function rounded(value: string): string {
  const amount = new Decimal(value)
  return amount.abs().lt(100_000) ? value : amount.div(10_000).round().times(10_000).toFixed(2)
}

/** A count with its unit, or an amount: what sentences say of a target. */
export function valueWords({ measure }: Pick<Standing, 'measure'>, value: string, t: Translate, format: Format): string {
  return measure === 'count' ? t('statistics.items', { count: format.count(new Decimal(value).toDecimalPlaces(1)) }) : format.amount(rounded(value))
}

/** Ahead or behind, by how much. */
export function verdictOf(standing: Standing, t: Translate, format: Format): { tone: Tone; text: string } {
  const lead = new Decimal(standing.lead)
  if (lead.isZero()) return { tone: 'done', text: t('statistics.level') }
  const value = valueWords(standing, lead.abs().toFixed(standing.measure === 'count' ? 0 : 2), t, format)
  return lead.isNegative() ? { tone: 'late', text: t('statistics.behind', { value }) } : { tone: 'ahead', text: t('statistics.ahead', { value }) }
}

const nameOf = (standing: Standing, t: Translate) => t(`statistics.short.${standing.measure}`)

/** The page's answer in one sentence, in the parts between which it may break. */
export function answerParts(count: Standing | null, amount: Standing | null, t: Translate, format: Format): string[] {
  const clauses = [count, amount].filter((standing) => standing !== null).map((standing) => t('statistics.answer.part', { name: nameOf(standing, t), verdict: verdictOf(standing, t, format).text }))
  if (clauses.length === 0) return [t('statistics.answer.none')]
  return clauses.map((clause, index) => t(index === clauses.length - 1 ? 'statistics.answer.last' : 'statistics.answer.first', { clause }))
}

export function answerOf(...of: Parameters<typeof answerParts>): string {
  return answerParts(...of).join('')
}

/** What one target still takes, against what the last thirteen weeks brought. */
function effortOf(standing: Standing, t: Translate, format: Format): string {
  const name = nameOf(standing, t)
  const words = (value: string) => valueWords(standing, value, t, format)
  if (new Decimal(standing.missing).isZero()) return t('statistics.lead.reached', { name })
  if (standing.weekly === null) return ''
  const [weekly, recent] = [new Decimal(standing.weekly), new Decimal(standing.recent)]
  if (recent.isZero()) return t('statistics.lead.idle', { name, weekly: words(standing.weekly) })
  if (weekly.gt(recent)) return t('statistics.lead.faster', { name, weekly: words(standing.weekly), recent: words(standing.recent), percent: format.percent(weekly.div(recent).minus(1), 0) })
  return standing.forecastOn ? t('statistics.lead.forecast', { name, date: format.date(standing.forecastOn) }) : ''
}

/** What it takes to reach both targets. */
export function leadOf(count: Standing | null, amount: Standing | null, t: Translate, format: Format): string {
  const standings = [count, amount].filter((standing) => standing !== null)
  const [first] = standings
  if (!first) return ''
  if (first.daysLeft <= 0) return t('statistics.lead.over', { from: format.date(first.period.from), to: format.date(first.period.to) })
  const missing = (standing: Standing | null) => (standing ? valueWords(standing, standing.missing, t, format) : '')
  const left = count && amount ? t('statistics.lead.left', { date: format.date(first.period.to), days: format.count(first.daysLeft), count: missing(count), amount: missing(amount) }) : ''
  return left + standings.map((standing) => effortOf(standing, t, format)).join('')
}
