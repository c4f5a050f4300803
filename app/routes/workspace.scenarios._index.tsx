import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOwnScenarios } from '~/domain/scenarios/read.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { ScenarioRow } from '~/routes-parts/scenarios/row'
import { Button, EmptyState, PageTitle, ResultList, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, t }) => ({ title: t('scenario.own.title'), rows: await listOwnScenarios(actor, {}, call) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function OwnScenarios() {
  const { rows, title } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page current="scenarios" crumbs={workspaceCrumbs(t)}>
      <PageTitle title={title} />
      <p className="mt-6">
        <Button variant="main" to="/workspace/scenarios/new">
          {t('scenario.own.new')}
        </Button>
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t('scenario.own.empty')} />
      ) : (
        <ResultList>
          {rows.map((scenario) => (
            <ScenarioRow key={scenario.id} scenario={scenario} to={`/workspace/scenarios/${scenario.id}`} workspace />
          ))}
        </ResultList>
      )}
    </Page>
  )
}
