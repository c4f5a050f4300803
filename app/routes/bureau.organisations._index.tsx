import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listForDesk } from '~/domain/organisations/read.server'
import { openKinds, verifications } from '~/domain/organisations/schema'
import { queryValues } from '~/http/form.server'
import { page } from '~/http/guard.server'
import { titled } from '~/page'
import { bureauCrumbs } from '~/routes-parts/accounts/crumbs'
import { OrganisationRow } from '~/routes-parts/organisations/detail'
import { Directory } from '~/routes-parts/people/directory'
import { useT } from '~/ui'

/** Without a choice those that wait come first, since they are what a reviewer comes for. */
export const loader = page('staff', async ({ actor, call, request, t }) => ({ ...(await listForDesk(actor, queryValues(request.url), call)), title: t('organisation.desk.title') }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function OrganisationDesk() {
  const { title, rows, total, pageSize, filter } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Directory
      path="/bureau/organisations"
      current="bureau"
      crumbs={bureauCrumbs(t)}
      title={title}
      count="organisation.desk.count"
      empty={{ title: t('organisation.desk.empty'), next: t('directory.empty.next') }}
      total={total}
      page={filter.page}
      pageSize={pageSize}
      q={{ value: filter.q, label: t('organisation.desk.q') }}
      facets={[
        { name: 'state', legend: t('organisation.verification'), value: filter.state, options: verifications.map((value) => ({ value, label: t(`organisation.state.${value}`) })) },
        { name: 'kind', legend: t('organisation.field.kind'), value: filter.kind, options: openKinds.map((value) => ({ value, label: t(`organisation.kind.${value}`) })) },
      ]}
    >
      {rows.map((row) => (
        <OrganisationRow key={row.id} row={row} to={`/bureau/organisations/${row.id}`} />
      ))}
    </Directory>
  )
}
