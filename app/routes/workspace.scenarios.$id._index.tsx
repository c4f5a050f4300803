import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { applicationsOf } from '~/domain/applications/service.server'
import { contractsFrom } from '~/domain/contracts/service.server'
import { labels } from '~/domain/district/service.server'
import { forbidden } from '~/domain/kernel/errors'
import { matchesOfTarget } from '~/domain/matching/read.server'
import { standingOfTarget } from '~/domain/matching/standing.server'
import { readScenario } from '~/domain/scenarios/read.server'
import { setLanding, submitScenario, withdrawScenario } from '~/domain/scenarios/service.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { ApplicationRows } from '~/routes-parts/applications/rows'
import { LinkedContracts } from '~/routes-parts/contracts/linked'
import { TargetPairs } from '~/routes-parts/matching/target'
import { ScenarioDesk } from '~/routes-parts/scenarios/desk'
import { ScenarioFacts, ScenarioText } from '~/routes-parts/scenarios/detail'
import { publicationTone } from '~/routes-parts/scenarios/row'
import { returned } from '~/routes-parts/shared/refused'
import { Button, EmptyState, Notice, PageTitle, Part, Sheet, StateTag, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, context, params, url }) => {
  const scenario = await readScenario(actor, { id: params.id ?? '' }, call)
  if (!scenario.can.submit) throw forbidden()
  const contracts = await contractsFrom(actor, { from: 'scenarioId', id: scenario.recordId }, call)
  const listed = scenario.serial !== null
  const applications = listed ? await applicationsOf(actor, { kind: 'scenario', target: scenario.id }, call) : null
  const pairs = listed ? await matchesOfTarget(actor, { kind: 'scenario', id: scenario.recordId }, call) : []
  const standing = listed ? await standingOfTarget(actor, { kind: 'scenario', id: scenario.recordId }, call) : null
  return { scenario, contracts, applications, pairs, standing, done: url.searchParams.get('done'), field: (await labels('field', context.locale)).get(scenario.field) ?? scenario.field, area: (await labels('area', context.locale)).get(scenario.areaKey) ?? scenario.areaKey }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.scenario.title ?? '', matches)

const steps = { submit: submitScenario, withdraw: withdrawScenario, landing: setLanding } as const
const done = { submit: 'submitted', withdraw: 'withdrawn', landing: 'landing' } as const

export const action = acting('signed_in', async ({ actor, values, intent, params, call, context }) => {
  const step = stepOf(steps, intent)
  await steps[step](actor, { ...values, id: params.id }, call)
  return go(context, `/workspace/scenarios/${params.id}?done=${done[step]}`)
})

export default function OwnScenario() {
  const { scenario, contracts, applications, pairs, standing, done, field, area } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const said = `scenario.done.${done}`
  return (
    <Page current="scenarios" crumbs={workspaceCrumbs(t, { label: t('scenario.own.title'), to: '/workspace/scenarios' })}>
      <PageTitle title={scenario.title} sub={[<StateTag key="state" tone={publicationTone[scenario.publication]}>{t(`scenario.state.${scenario.publication}`)}</StateTag>, scenario.leadName, scenario.serial]} />
      {isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4">{t(said, { serial: scenario.serial ?? '' })}</Notice>}
      {scenario.reviewNote && scenario.publication === 'changes_requested' && <Notice tone="stop" className="mt-4" title={t('scenario.state.changes_requested')}>{scenario.reviewNote}</Notice>}
      <Sheet aside={<><ScenarioDesk scenario={scenario} back={back} /><ScenarioFacts scenario={scenario} field={field} area={area} /></>}>
        <LinkedContracts contracts={contracts} />
        {applications && (
          <Part title={t('scenario.desk.applications')} id="applications">
            {applications.mayChoose && <p className="mb-3"><Button variant="main" to={`/workspace/scenarios/${scenario.id}/choose`}>{t('application.act.choose')}</Button></p>}
            {applications.rows.length === 0 ? <EmptyState title={t('need.desk.applications.none')}>{t('scenario.desk.applications.none')}</EmptyState> : <ApplicationRows rows={applications.rows} />}
          </Part>
        )}
        <TargetPairs pairs={pairs} standing={standing} base="/workspace/matches" />
        <ScenarioText scenario={scenario} />
      </Sheet>
    </Page>
  )
}
