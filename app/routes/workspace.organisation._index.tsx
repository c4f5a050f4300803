import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOwnOrganisations } from '~/domain/organisations/read.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { OrganisationRow } from '~/routes-parts/organisations/detail'
import { Button, ButtonRow, EmptyState, PageTitle, ResultList, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, t }) => ({ title: t('organisation.own.title'), rows: await listOwnOrganisations(actor, {}, call) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function OwnOrganisations() {
  const { title, rows } = useLoaderData<typeof loader>()
  const t = useT()
  const open = <Button variant={rows.length === 0 ? 'main' : 'plain'} to="/workspace/organisation/new">{t(rows.length === 0 ? 'organisation.own.new' : 'organisation.own.another')}</Button>
  return (
    <Page crumbs={workspaceCrumbs(t)}>
      <PageTitle title={title} />
      {rows.length === 0 ? (
        <EmptyState title={t('organisation.own.empty')} actions={open}>{t('organisation.own.empty.next')}</EmptyState>
      ) : (
        <>
          <ResultList>
            {rows.map((row) => (
              <OrganisationRow key={row.id} row={row} to={`/workspace/organisation/${row.id}`} />
            ))}
          </ResultList>
          <ButtonRow>{open}</ButtonRow>
        </>
      )}
    </Page>
  )
}
