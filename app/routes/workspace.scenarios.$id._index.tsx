import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { labels } from '~/domain/district/service.server'
import { forbidden } from '~/domain/kernel/errors'
import { readScenario } from '~/domain/scenarios/read.server'
import { setLanding, submitScenario, withdrawScenario } from '~/domain/scenarios/service.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { ScenarioDesk } from '~/routes-parts/scenarios/desk'
import { ScenarioFacts, ScenarioText } from '~/routes-parts/scenarios/detail'
import { publicationTone } from '~/routes-parts/scenarios/row'
import { returned } from '~/routes-parts/shared/refused'
import { Notice, PageTitle, Sheet, StateTag, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, context, params, url }) => {
  const scenario = await readScenario(actor, { id: params.id ?? '' }, call)
  if (!scenario.can.submit) throw forbidden()
  return { scenario, done: url.searchParams.get('done'), field: (await labels('field', context.locale)).get(scenario.field) ?? scenario.field, area: (await labels('area', context.locale)).get(scenario.areaKey) ?? scenario.areaKey }
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
  const { scenario, done, field, area } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const said = `scenario.done.${done}`
  return (
    <Page current="scenarios" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('scenario.own.title'), to: '/workspace/scenarios' }]}>
      <PageTitle title={scenario.title} sub={[<StateTag key="state" tone={publicationTone[scenario.publication]}>{t(`scenario.state.${scenario.publication}`)}</StateTag>, scenario.leadName, scenario.serial]} />
      {isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4">{t(said, { serial: scenario.serial ?? '' })}</Notice>}
      {scenario.reviewNote && scenario.publication === 'changes_requested' && <Notice tone="stop" className="mt-4" title={t('scenario.state.changes_requested')}>{scenario.reviewNote}</Notice>}
      <Sheet aside={<><ScenarioDesk scenario={scenario} back={back} /><ScenarioFacts scenario={scenario} field={field} area={area} /></>}>
        <ScenarioText scenario={scenario} />
      </Sheet>
    </Page>
  )
}
