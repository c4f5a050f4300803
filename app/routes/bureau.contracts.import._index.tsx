import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listImports } from '~/domain/imports/read.server'
import { receiveImport } from '~/domain/imports/service.server'
import { fileProblem } from '~/files/kind'
import { queryValues } from '~/http/form.server'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { contractCrumbs } from '~/routes-parts/contracts/crumbs'
import { EarlierImports, UploadTable } from '~/routes-parts/contracts/import'
import { returned } from '~/routes-parts/shared/refused'
import { PageTitle, Section, useT } from '~/ui'

export const loader = page('staff', async ({ actor, request, call, t }) => ({ title: t('import.title'), ...(await listImports(actor, queryValues(request.url), call)) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('staff', async ({ actor, files, call, context }) => {
  const [file] = files.get('file') ?? []
  if (!file?.name) throw fileProblem('file.choose')
  const { id } = await receiveImport(actor, { name: file.name.slice(0, 200), bytes: new Uint8Array(await file.arrayBuffer()) }, call)
  return go(context, `/bureau/contracts/import/${id}`)
})

export default function Imports() {
  const { title, ...earlier } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <Page current="bureau" crumbs={contractCrumbs(t)}>
      <PageTitle title={title} lead={t('import.lead')} />
      <UploadTable back={back} />
      <Section id="earlier" title={t('import.earlier')}>
        <EarlierImports {...earlier} />
      </Section>
    </Page>
  )
}
