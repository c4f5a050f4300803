import { exportContracts } from '~/domain/contracts/export.server'
import { dayOf } from '~/domain/kernel/time'
import { csvStream } from '~/files/write-csv'
import { fileHeaders } from '~/http/files.server'
import { queryValues } from '~/http/form.server'
import { page } from '~/http/guard.server'

/** The same list as text. */
export const loader = page('staff', async ({ actor, call, context, request, t }) => {
  const { columns, rows } = await exportContracts(actor, queryValues(request.url), call)
  return new Response(csvStream(columns.map(({ head }) => head), rows()), { headers: fileHeaders('csv', `${t('contract.queue.file')}-${dayOf(context.now)}.csv`) })
})
