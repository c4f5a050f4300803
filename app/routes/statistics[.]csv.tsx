import { csv } from '~/files/write-csv'
import { statisticsTable } from '~/domain/statistics/page.server'
import { fileHeaders } from '~/http/files.server'
import { queryValues } from '~/http/form.server'
import { api } from '~/http/guard.server'

/** The page's table as a file: the columns that it shows, amounts in 元 to the fen. */
export const loader = api('public', async ({ actor, call, request, t }) => {
  const { period, table } = await statisticsTable(actor, queryValues(request.url), call)
  const change = t('statistics.head.change')
  const head = [t(`statistics.group.${table.group}`), t('statistics.head.count'), change, `${t('statistics.head.amount')}（${t('ui.field.yuan')}）`, change, `${t('statistics.head.technology')}（${t('ui.field.yuan')}）`, change]
  const rows = [...table.rows, { ...table.total, label: t('statistics.total') }].map((row) => [row.label, row.count, row.countChange, row.amount, row.amountChange, row.technologyAmount, row.technologyChange])
  const name = `statistics-${table.group}-${period.from}-${period.to}.csv`
  return new Response(csv([head, ...rows]), { headers: fileHeaders('csv', name) })
})
