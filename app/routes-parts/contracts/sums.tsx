import { capitals } from '~/domain/contracts/capital'
import { amountProblems, mostTechnology, needsSecondReviewer } from '~/domain/contracts/rules'
import { Decimal, parseYuan } from '~/domain/kernel/money'
import { Facts, Note, StateTag, Sums, useFormat, useT, type SumRow } from '~/ui'
import { textAt, type FormValues } from './values'

export type ReviewSettings = { secondReviewFrom: string; reviewDays: number; secondReviewDays: number }

function amountOf(values: FormValues, name: string): Decimal | null {
  const typed = textAt(values, name)
  const amount = typed.trim() === '' ? null : parseYuan(typed)
  return amount instanceof Decimal ? amount : null
}

/** What was typed, worked out: the most that the technology amount can be, the total in capitals, and who reviews it how long. */
export function ContractSums({ values, settings, disputed = false }: { values: FormValues; settings: ReviewSettings; disputed?: boolean }) {
  const t = useT()
  const format = useFormat()
  const zero = new Decimal(0)
  const amounts = { totalAmount: amountOf(values, 'totalAmount'), equipmentAmount: amountOf(values, 'equipmentAmount') ?? zero, materialAmount: amountOf(values, 'materialAmount') ?? zero, technologyAmount: amountOf(values, 'technologyAmount') }
  const { totalAmount, equipmentAmount, materialAmount, technologyAmount } = amounts
  const most = mostTechnology(amounts)
  if (!totalAmount || !most) return <Sums title={t('contract.sums.title')} caption={t('contract.sums.caption')} rows={[]} note={t('contract.sums.empty')} />
  const over = technologyAmount?.minus(most)
  const fits = amountProblems({ ...amounts, pending: false }).length === 0
  const two = needsSecondReviewer({ technologyAmount, disputed }, settings.secondReviewFrom)
  const minus = (amount: Decimal) => (amount.isZero() ? format.yuan(amount) : `−${format.yuan(amount)}`)
  const rows: SumRow[] = [
    { label: t('contract.sums.total'), amount: format.yuan(totalAmount) },
    { label: t('contract.sums.equipment'), amount: minus(equipmentAmount) },
    { label: t('contract.sums.material'), amount: minus(materialAmount) },
    { label: t('contract.sums.most'), amount: format.yuan(most), kind: 'total' },
  ]
  if (technologyAmount) rows.push({ label: t('contract.sums.typed'), amount: format.yuan(technologyAmount) })
  if (over?.gt(0)) rows.push({ label: <StateTag tone="soon">{t('contract.sums.over')}</StateTag>, amount: format.yuan(over), kind: 'bad' })
  return (
    <Sums title={t('contract.sums.title')} caption={t('contract.sums.caption')} rows={rows}>
      <Facts
        small
        items={[
          { term: t('contract.sums.capitals'), detail: capitals(totalAmount) },
          fits && { term: t('contract.sums.counted'), detail: t('contract.sums.counted.value', { amount: format.wan(totalAmount) }) },
          { term: t('contract.sums.review'), detail: two ? t('contract.sums.review.two', { days: settings.secondReviewDays }) : t('contract.sums.review.one', { days: settings.reviewDays }) },
        ]}
      />
      {technologyAmount === null && <Note>{t('contract.field.technologyAmount.hint')}</Note>}
    </Sums>
  )
}
