import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOwnOrganisations } from '~/domain/organisations/read.server'
import { go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { OrganisationRow } from '~/routes-parts/organisations/detail'
import { Button, EmptyState, PageTitle, ResultList, useT } from '~/ui'

/** Whose members: with one organisation there is nothing to choose. */
export const loader = page('signed_in', async ({ actor, call, context, t }) => {
  const rows = await listOwnOrganisations(actor, {}, call)
  const [only] = rows
  if (rows.length === 1 && only) throw go(context, `/workspace/members/${only.id}`)
  return { title: t('member.title'), rows }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function ChooseMembers() {
  const { title, rows } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page crumbs={workspaceCrumbs(t)}>
      <PageTitle title={title} />
      {rows.length === 0 && <EmptyState title={t('organisation.own.empty')} actions={<Button variant="main" to="/workspace/organisation/new">{t('organisation.own.new')}</Button>} />}
      <ResultList>
        {rows.map((row) => (
          <OrganisationRow key={row.id} row={row} to={`/workspace/members/${row.id}`} />
        ))}
      </ResultList>
    </Page>
  )
}
