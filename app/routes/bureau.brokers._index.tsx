import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listForDesk } from '~/domain/brokers/read.server'
import { brokerStates } from '~/domain/brokers/schema'
import { queryValues } from '~/http/form.server'
import { page } from '~/http/guard.server'
import { titled } from '~/page'
import { bureauCrumbs } from '~/routes-parts/accounts/crumbs'
import { BrokerDeskRow } from '~/routes-parts/brokers/record'
import { Directory } from '~/routes-parts/people/directory'
import { useT } from '~/ui'

/** Those who wait come first, since they are what a reviewer comes for. */
export const loader = page('staff', async ({ actor, call, request, t }) => ({ ...(await listForDesk(actor, queryValues(request.url), call)), title: t('broker.desk.title') }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function BrokerDesk() {
  const { title, rows, total, pageSize, filter } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Directory
      path="/bureau/brokers"
      current="bureau"
      crumbs={bureauCrumbs(t)}
      title={title}
      count="broker.desk.count"
      empty={{ title: t('broker.desk.empty'), next: t('directory.empty.next') }}
      total={total}
      page={filter.page}
      pageSize={pageSize}
      q={{ value: filter.q, label: t('broker.desk.q') }}
      facets={[{ name: 'state', legend: t('broker.desk.state'), value: filter.state, options: [...brokerStates, 'expired' as const].map((value) => ({ value, label: t(`broker.state.${value}`) })) }]}
    >
      {rows.map((row) => (
        <BrokerDeskRow key={row.id} row={row} />
      ))}
    </Directory>
  )
}
