import { Button, Duo, SelectField, localPath, useUi } from '~/ui'

type Props = { year: number; quarter: number | null; by: string | null; years: { first: number; last: number } }

/** Another year or quarter: a GET form, so that the address names the period. */
export function PeriodForm({ year, quarter, by, years }: Props) {
  const { t, locale } = useUi()
  const all = Array.from({ length: years.last - years.first + 1 }, (_, index) => String(years.last - index))
  return (
    <form method="get" action={localPath('/statistics', locale)} aria-label={t('statistics.filter')} className="mt-4 flex flex-wrap items-end gap-4">
      {by && <input type="hidden" name="by" value={by} />}
      <Duo>
        <SelectField name="year" label={t('statistics.filter.year')} placeholder={null} value={String(year)} options={all.map((value) => ({ value, label: t('statistics.year', { year: value }) }))} />
        <SelectField name="quarter" label={t('statistics.filter.quarter')} placeholder={t('statistics.filter.whole')} value={quarter ? String(quarter) : ''} options={[1, 2, 3, 4].map((number) => ({ value: String(number), label: t('statistics.filter.q', { quarter: number }) }))} />
      </Duo>
      <Button>{t('statistics.filter.apply')}</Button>
    </form>
  )
}
