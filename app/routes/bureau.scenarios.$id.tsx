import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contractsFrom } from '~/domain/contracts/service.server'
import { labels } from '~/domain/district/service.server'
import { matchesOfTarget } from '~/domain/matching/read.server'
import { standingOfTarget } from '~/domain/matching/standing.server'
import { readScenario } from '~/domain/scenarios/read.server'
import { approveScenario, archiveScenario, publishScenario, returnScenario, withdrawScenario } from '~/domain/scenarios/service.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { LinkedContracts } from '~/routes-parts/contracts/linked'
import { TargetPairs } from '~/routes-parts/matching/target'
import { ScenarioFacts, ScenarioText } from '~/routes-parts/scenarios/detail'
import { ScenarioReview } from '~/routes-parts/scenarios/review'
import { publicationTone } from '~/routes-parts/scenarios/row'
import { returned } from '~/routes-parts/shared/refused'
import { Notice, PageTitle, Sheet, StateTag, useT } from '~/ui'

export const loader = page('staff', async ({ actor, call, context, params, url }) => {
  const scenario = await readScenario(actor, { id: params.id ?? '' }, call)
  const contracts = await contractsFrom(actor, { from: 'scenarioId', id: scenario.recordId }, call)
  const pairs = await matchesOfTarget(actor, { kind: 'scenario', id: scenario.recordId }, call)
  const standing = await standingOfTarget(actor, { kind: 'scenario', id: scenario.recordId }, call)
  return { scenario, contracts, pairs, standing, done: url.searchParams.get('done'), field: (await labels('field', context.locale)).get(scenario.field) ?? scenario.field, area: (await labels('area', context.locale)).get(scenario.areaKey) ?? scenario.areaKey }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.scenario.title ?? '', matches)

const steps = { approve: approveScenario, publish: publishScenario, return: returnScenario, withdraw: withdrawScenario, archive: archiveScenario } as const
const done = { approve: 'approved', publish: 'published', return: 'returned', withdraw: 'withdrawn', archive: 'archived' } as const

export const action = acting('staff', async ({ actor, values, intent, params, call, context }) => {
  const step = stepOf(steps, intent)
  await steps[step](actor, { ...values, id: params.id }, call)
  return go(context, `/bureau/scenarios/${params.id}?done=${done[step]}`)
})

export default function ReviewScenario() {
  const { scenario, contracts, pairs, standing, done, field, area } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const said = `scenario.done.${done}`
  return (
    <Page current="bureau" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('ui.nav.bureau'), to: '/bureau' }, { label: t('scenario.review.title'), to: '/bureau/scenarios' }]}>
      <PageTitle title={scenario.title} sub={[<StateTag key="state" tone={publicationTone[scenario.publication]}>{t(`scenario.state.${scenario.publication}`)}</StateTag>, scenario.leadName, scenario.serial]} />
      {isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4" actions={[{ to: '/bureau/scenarios', label: t('review.next') }]}>{t(said, { serial: scenario.serial ?? '' })}</Notice>}
      <Sheet aside={<><ScenarioReview scenario={scenario} back={back} /><ScenarioFacts scenario={scenario} field={field} area={area} /></>}>
        <ScenarioText scenario={scenario} />
        <TargetPairs pairs={pairs} standing={standing} base="/bureau/matches" add={scenario.publication === 'published' ? `/bureau/matches/new?target=${scenario.serial}` : undefined} />
        <LinkedContracts contracts={contracts} base="/bureau/contracts" />
      </Sheet>
    </Page>
  )
}
