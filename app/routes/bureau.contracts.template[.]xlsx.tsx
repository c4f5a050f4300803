import { importTemplate } from '~/domain/imports/template.server'
import { workbookStream } from '~/files/write-workbook'
import { page } from '~/http/guard.server'
import { fileHeaders } from '~/http/files.server'

/** The template of an import as a workbook: the table with an example, and a sheet that says what may stand where. */
export const loader = page('staff', async ({ context, t }) => {
  const { headers, widths, example, guide } = await importTemplate(context.locale, context.now)
  const table = { name: t('import.template'), columns: headers.map((head, at) => ({ head, width: widths[at] })), rows: [example] }
  const help = { name: t('import.template.guide'), columns: [{ head: t('import.template.column'), width: 32 }, { head: t('import.template.required'), width: 10 }, { head: t('import.template.guide'), width: 100 }], rows: guide }
  return new Response(workbookStream([table, help]), { headers: fileHeaders('xlsx', `${t('import.title')}-${t('import.template')}.xlsx`) })
})
