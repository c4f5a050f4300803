import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { termChoices } from '~/domain/district/service.server'
import { listPeople } from '~/domain/people/read.server'
import { queryValues } from '~/http/form.server'
import { page } from '~/http/guard.server'
import { titled } from '~/page'
import { Directory, DirectoryTabs } from '~/routes-parts/people/directory'
import { ResultRow, useT } from '~/ui'

export const loader = page('public', async ({ actor, call, context, request, t }) => ({ title: t('directory.experts'), fields: await termChoices('field', context.locale), ...(await listPeople(actor, queryValues(request.url), call)) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function List() {
  const { title, fields, rows, total, pageSize, filter } = useLoaderData<typeof loader>()
  const t = useT()
  const fieldName = (code: string) => fields.find((field) => field.value === code)?.label ?? code
  return (
    <Directory
      path="/experts"
      current="achievements"
      title={title}
      count="directory.count.experts"
      tabs={<DirectoryTabs at="experts" />}
      total={total}
      page={filter.page}
      pageSize={pageSize}
      q={{ value: filter.q, label: t('directory.q') }}
      facets={[{ name: 'field', legend: t('search.facet.field'), value: filter.field, options: fields }, { name: 'available', legend: t('directory.available'), value: filter.available ? 'on' : null, options: [{ value: 'on', label: t('directory.available.now') }] }]}
      sort={{ value: filter.sort, options: (['new', 'name'] as const).map((value) => ({ value, label: t(`directory.sort.${value}`) })) }}
      empty={{ title: t('directory.empty'), next: t('directory.empty.next') }}
    >
      {rows.map((row) => (
        <ResultRow key={row.id} kind={t('kind.expert')} number={row.number} to={`/experts/${row.number}`} title={`${row.name}　${row.title}`} line={[row.organisation?.name ?? '', ...row.fields.slice(0, 2).map(fieldName)].filter(Boolean)} passage={[{ text: row.summary }]} tags={row.keywords.slice(0, 5)} />
      ))}
    </Directory>
  )
}
