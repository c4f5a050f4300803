import { importTemplate } from '~/domain/imports/template.server'
import { csv } from '~/files/write-csv'
import { page } from '~/http/guard.server'
import { fileHeaders } from '~/http/files.server'

/** The template of an import as text. */
export const loader = page('staff', async ({ context, t }) => {
  const { headers, example } = await importTemplate(context.locale, context.now)
  return new Response(csv([headers, example]), { headers: fileHeaders('csv', `${t('import.title')}-${t('import.template')}.csv`) })
})
