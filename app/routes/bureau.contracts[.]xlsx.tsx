import { exportContracts } from '~/domain/contracts/export.server'
import { dayOf } from '~/domain/kernel/time'
import { workbookStream } from '~/files/write-workbook'
import { fileHeaders } from '~/http/files.server'
import { queryValues } from '~/http/form.server'
import { page } from '~/http/guard.server'

/** The bureau's list of contracts, with the filters of its page, as a workbook. */
export const loader = page('staff', async ({ actor, call, context, request, t }) => {
  const { columns, rows } = await exportContracts(actor, queryValues(request.url), call)
  const name = t('contract.queue.file')
  return new Response(workbookStream([{ name, columns, rows: rows() }]), { headers: fileHeaders('xlsx', `${name}-${dayOf(context.now)}.xlsx`) })
})
