import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { termChoices } from '~/domain/district/service.server'
import { listAchievements } from '~/domain/achievements/read.server'
import { cooperationModes } from '~/domain/needs/schema'
import { queryValues } from '~/http/form.server'
import { page } from '~/http/guard.server'
import { titled } from '~/page'
import { Directory, DirectoryTabs } from '~/routes-parts/people/directory'
import { ResultRow, useFormat, useT } from '~/ui'

export const loader = page('public', async ({ actor, call, context, request, t }) => ({ title: t('directory.achievements'), fields: await termChoices('field', context.locale), ...(await listAchievements(actor, queryValues(request.url), call)) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function List() {
  const { title, fields, rows, total, pageSize, filter } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const fieldName = (code: string) => fields.find((field) => field.value === code)?.label ?? code
  return (
    <Directory
      path="/achievements"
      current="achievements"
      title={title}
      count="directory.count.achievements"
      tabs={<DirectoryTabs at="achievements" />}
      total={total}
      page={filter.page}
      pageSize={pageSize}
      q={{ value: filter.q, label: t('directory.q') }}
      facets={[{ name: 'field', legend: t('search.facet.field'), value: filter.field, options: fields }, { name: 'mode', legend: t('search.facet.mode'), value: filter.mode, options: cooperationModes.map((value) => ({ value, label: t(`mode.${value}`) })) }]}
      sort={{ value: filter.sort, options: [{ value: 'posted', label: t('directory.sort.new') }, { value: 'trl', label: t('directory.sort.trl') }] }}
      empty={{ title: t('directory.empty'), next: t('directory.empty.next') }}
    >
      {rows.map((row) => (
        <ResultRow key={row.id} kind={t('kind.achievement')} number={row.number} to={`/achievements/${row.number}`} title={row.title} line={[row.owner?.name ?? '', fieldName(row.field), `TRL ${row.trl}`, ...row.modes.slice(0, 2).map((mode) => t(`mode.${mode}`))].filter(Boolean)} passage={[{ text: row.summary }]} amount={row.priceMin || row.priceMax ? format.wanRange(row.priceMin, row.priceMax) : t('common.negotiable')} />
      ))}
    </Directory>
  )
}
