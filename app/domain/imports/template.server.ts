import { contractKinds, iprKinds, natures, paymentMethods, planSources } from '~/domain/contracts/schema'
import { termChoices } from '~/domain/district/service.server'
import { scales } from '~/domain/organisations/schema'
import { addDays, dayOf } from '~/domain/kernel/time'
import { translator, type Locale, type MessageKey, type Translate } from '~/i18n'
import { columns, headerOf, type Column } from '~/domain/contracts/columns'

/** The words that a column takes, where it takes those of a short list alone; else null. */
export async function choicesOf({ kind }: Pick<Column, 'kind'>, locale: Locale): Promise<string[] | null> {
  const t = translator(locale)
  const of = (codes: readonly string[], prefix: string) => codes.map((code) => t(`${prefix}.${code}` as MessageKey))
  if (kind === 'kind') return of(contractKinds, 'contract_kind')
  if (kind === 'ipr') return of(iprKinds, 'ipr')
  if (kind === 'plan') return of(planSources, 'plan_source')
  if (kind === 'payment') return of(paymentMethods, 'payment')
  if (kind === 'nature') return of(natures, 'nature')
  if (kind === 'scale') return of(scales, 'contract.scale')
  return kind === 'field' || kind === 'objective' ? (await termChoices(kind, locale)).map(({ label }) => label) : null
}

/** What may stand in a column, in words. */
async function guideOf(column: Column, t: Translate, locale: Locale): Promise<string> {
  const { kind } = column
  const choices = await choicesOf(column, locale)
  if (choices) return t('import.template.choices', { choices: choices.join('、') })
  return kind === 'day' ? t('import.template.day') : kind === 'amount' ? t('import.template.amount') : kind === 'pending' || kind === 'related' ? t('import.template.yes_no') : ''
}

/** An example that can be imported as it is, but for the number of its credit codes, which are of nobody. */
async function exampleOf(t: Translate, locale: Locale, now: Date): Promise<Record<string, string>> {
  const [field] = (await termChoices('field', locale)).slice(-3)
  const day = (before: number) => addDays(dayOf(now), -before)
  return {
    projectName: t('import.template.example'), kind: t('contract_kind.development_commissioned'), field: field?.label ?? '', ipr: t('ipr.patent'), plan: t('plan_source.unplanned'),
    'seller.name': '重庆示例农业装备研究院', 'seller.creditCode': '12500000MB1A2B3C48', 'seller.nature': t('nature.research_institute'), 'seller.regionCode': '500118',
    'buyer.name': '重庆市永川区示例茶业有限公司', 'buyer.creditCode': '91500118MA5U0A0A0P', 'buyer.nature': t('nature.domestic_enterprise'), 'buyer.regionCode': '500118', 'buyer.scale': t('contract.scale.small'),
    totalAmount: '380000', equipmentAmount: '50000', materialAmount: '0', technologyAmount: '330000', paymentMethod: t('payment.instalments'), signedOn: day(30), beginsOn: day(25), endsOn: addDays(dayOf(now), 300),
  }
}

export type Template = { headers: string[]; widths: number[]; example: string[]; guide: [string, string, string][] }

/** The table to fill in: headers, a row as an example, and what may stand in each column. */
export async function importTemplate(locale: Locale, now: Date): Promise<Template> {
  const t = translator(locale)
  const example = await exampleOf(t, locale, now)
  const guide: Template['guide'] = []
  for (const column of columns) guide.push([headerOf(column, locale), t(column.required ? 'import.template.required' : 'import.template.optional'), await guideOf(column, t, locale)])
  const headers = columns.map((column) => headerOf(column, locale))
  return { headers, widths: headers.map((header) => Math.max(12, [...header].length * 2 + 2)), example: columns.map(({ path }) => example[path] ?? ''), guide }
}
