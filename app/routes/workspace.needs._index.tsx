import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { labels } from '~/domain/district/service.server'
import { ownNeeds } from '~/domain/needs/service.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { NeedRow } from '~/routes-parts/needs/row'
import { Button, EmptyState, PageTitle, ResultList, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, t, context }) => ({ title: t('need.own.title'), ...(await ownNeeds(actor, {}, call)), fields: Object.fromEntries(await labels('field', context.locale)) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function OwnNeeds() {
  const { rows, organisations, fields, title } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page current="needs" crumbs={workspaceCrumbs(t)}>
      <PageTitle title={title} />
      {organisations.length === 0 ? (
        <EmptyState title={t('need.own.not_member')} actions={<Button to="/workspace/organisation">{t('need.own.register')}</Button>} />
      ) : (
        <>
          <p className="mt-6"><Button variant="main" to="/workspace/needs/new">{t('need.own.new')}</Button></p>
          {rows.length === 0 ? <EmptyState title={t('need.own.empty')}>{t('need.own.empty.next')}</EmptyState> : (
            <ResultList>
              {rows.map((need) => (
                <NeedRow key={need.id} need={need} fields={fields} to={`/workspace/needs/${need.number}`} workspace />
              ))}
            </ResultList>
          )}
        </>
      )}
    </Page>
  )
}
