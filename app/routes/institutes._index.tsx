import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { termChoices } from '~/domain/district/service.server'
import { listInstitutes } from '~/domain/organisations/read.server'
import { queryValues } from '~/http/form.server'
import { page } from '~/http/guard.server'
import { titled } from '~/page'
import { Directory, DirectoryTabs } from '~/routes-parts/people/directory'
import { ResultRow, useT } from '~/ui'

export const loader = page('public', async ({ actor, call, context, request, t }) => ({ title: t('directory.institutes'), fields: await termChoices('field', context.locale), ...(await listInstitutes(actor, queryValues(request.url), call)) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function List() {
  const { title, fields, rows, total, pageSize, filter } = useLoaderData<typeof loader>()
  const t = useT()
  const fieldName = (code: string) => fields.find((field) => field.value === code)?.label ?? code
  return (
    <Directory
      path="/institutes"
      current="achievements"
      title={title}
      count="directory.count.institutes"
      tabs={<DirectoryTabs at="institutes" />}
      total={total}
      page={filter.page}
      pageSize={pageSize}
      q={{ value: filter.q, label: t('directory.q') }}
      facets={[{ name: 'field', legend: t('search.facet.field'), value: filter.field, options: fields }]}
      sort={{ value: filter.sort, options: (['name', 'new'] as const).map((value) => ({ value, label: t(`directory.sort.${value}`) })) }}
      empty={{ title: t('directory.empty'), next: t('directory.empty.next') }}
    >
      {rows.map((row) => (
        <ResultRow key={row.id} kind={t('kind.institute')} to={`/institutes/${row.id}`} title={row.name} line={[t(`nature.${row.nature}`), ...row.fields.slice(0, 3).map(fieldName)]} passage={[{ text: row.summary }]} />
      ))}
    </Directory>
  )
}
