import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readImport } from '~/domain/imports/read.server'
import { discardImport, mapImport, mendImport, startImport, undoImport } from '~/domain/imports/service.server'
import { queryValues } from '~/http/form.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { importCrumbs } from '~/routes-parts/contracts/crumbs'
import { ImportFacts, ImportMapping, ImportUndo, ImportWrite } from '~/routes-parts/contracts/import-steps'
import { ImportRows } from '~/routes-parts/contracts/import-rows'
import { returned } from '~/routes-parts/shared/refused'
import { Notice, PageTitle, useT } from '~/ui'

export const loader = page('staff', async ({ actor, params, request, call, t, url }) => {
  const said = `import.${url.searchParams.get('done')}`
  const read = await readImport(actor, { ...queryValues(request.url), id: params.id ?? '' }, call)
  return { title: read.batch.fileName, done: said === 'import.mended' && isMessageKey(said) ? t(said) : null, ...read }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const steps = { map: mapImport, mend: mendImport, start: startImport, undo: undoImport, discard: discardImport } as const

export const action = acting('staff', async ({ actor, params, values, intent, call, context }) => {
  const step = stepOf(steps, intent)
  await steps[step](actor, { ...values, id: params.id ?? '' }, call)
  return go(context, step === 'discard' ? '/bureau/contracts/import' : `/bureau/contracts/import/${params.id}${step === 'mend' ? '?done=mended' : ''}`)
})

export default function Import() {
  const read = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const { batch, title, done } = read
  return (
    <Page current="bureau" crumbs={importCrumbs(t)}>
      <PageTitle title={title} />
      {done && !back && <Notice tone="calm" role="status" className="mt-4">{done}</Notice>}
      {back && <Notice tone="stop" role="alert" className="mt-4">{Object.values(back.errors)[0] ?? back.message}</Notice>}
      <ImportFacts read={read} />
      {batch.state === 'checked' && <ImportWrite read={read} />}
      {batch.state !== 'received' && batch.state !== 'writing' && <ImportRows read={read} back={back} />}
      {batch.state === 'checked' && <ImportMapping read={read} back={back} />}
      {batch.state === 'written' && <ImportUndo back={back} />}
    </Page>
  )
}
