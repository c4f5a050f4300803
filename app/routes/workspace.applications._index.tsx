import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownApplications } from '~/domain/applications/service.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { ApplicationRows } from '~/routes-parts/applications/rows'
import { Button, EmptyState, PageTitle, Section, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, t }) => ({ title: t('application.own.title'), ...(await ownApplications(actor, {}, call)) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function OwnApplications() {
  const { own, accompanied, title } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page crumbs={workspaceCrumbs(t)}>
      <PageTitle title={title} />
      {own.length === 0 ? (
        <EmptyState title={t('application.own.empty')} actions={<><Button to="/needs">{t('application.own.needs')}</Button> <Button to="/scenarios">{t('application.own.scenarios')}</Button></>}>{t('application.own.empty.next')}</EmptyState>
      ) : (
        <ApplicationRows rows={own} show="target" />
      )}
      {accompanied.length > 0 && (
        <Section id="accompanied" title={t('application.own.accompanied')}>
          <ApplicationRows rows={accompanied} show="target" />
        </Section>
      )}
    </Page>
  )
}
