import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { termChoices } from '~/domain/district/service.server'
import { listBrokers } from '~/domain/brokers/read.server'
import { grades } from '~/domain/brokers/schema'
import { queryValues } from '~/http/form.server'
import { page } from '~/http/guard.server'
import { titled } from '~/page'
import { Directory, DirectoryTabs } from '~/routes-parts/people/directory'
import { ResultRow, useT } from '~/ui'

export const loader = page('public', async ({ actor, call, context, request, t }) => ({ title: t('directory.brokers'), fields: await termChoices('field', context.locale), ...(await listBrokers(actor, queryValues(request.url), call)) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function List() {
  const { title, fields, rows, total, pageSize, filter } = useLoaderData<typeof loader>()
  const t = useT()
  const fieldName = (code: string) => fields.find((field) => field.value === code)?.label ?? code
  return (
    <Directory
      path="/brokers"
      current="achievements"
      title={title}
      count="directory.count.brokers"
      tabs={<DirectoryTabs at="brokers" />}
      total={total}
      page={filter.page}
      pageSize={pageSize}
      q={{ value: filter.q, label: t('directory.q') }}
      facets={[{ name: 'field', legend: t('search.facet.field'), value: filter.field, options: fields }, { name: 'grade', legend: t('directory.grade'), value: filter.grade, options: grades.map((value) => ({ value, label: t(`grade.${value}`) })) }]}
      sort={{ value: filter.sort, options: (['grade', 'name'] as const).map((value) => ({ value, label: t(`directory.sort.${value}`) })) }}
      empty={{ title: t('directory.empty'), next: t('directory.empty.next') }}
    >
      {rows.map((row) => (
        <ResultRow key={row.id} kind={t('kind.broker')} number={row.number} to={`/brokers/${row.number}`} title={row.name} line={[t(`broker.kind.${row.kind}`), t(`grade.${row.grade}`), row.organisation && row.organisation.name !== row.name ? row.organisation.name : '', ...row.fields.slice(0, 3).map(fieldName)].filter(Boolean)} passage={[{ text: row.summary }]} />
      ))}
    </Directory>
  )
}
