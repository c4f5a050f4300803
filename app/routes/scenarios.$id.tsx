import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { labels } from '~/domain/district/service.server'
import { readScenario } from '~/domain/scenarios/read.server'
import { similarTo } from '~/domain/searching/service.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { ScenarioFacts, ScenarioText } from '~/routes-parts/scenarios/detail'
import { windowTone } from '~/routes-parts/scenarios/row'
import { Near } from '~/routes-parts/search/near'
import { ActionPanel, Notice, PageTitle, Sheet, StateTag, useFormat, useT } from '~/ui'

export const loader = page('public', async ({ actor, call, context, params, url }) => {
  const scenario = await readScenario(actor, { id: params.id ?? '' }, call)
  const near = scenario.serial ? await similarTo({ type: 'scenario', id: scenario.serial, title: scenario.title, keywords: scenario.technologies }, context.now) : []
  const [themes, fields, areas] = [await labels('theme', context.locale), await labels('field', context.locale), await labels('area', context.locale)]
  return { scenario, near, done: url.searchParams.get('done'), theme: themes.get(scenario.theme) ?? scenario.theme, field: fields.get(scenario.field) ?? scenario.field, area: areas.get(scenario.areaKey) ?? scenario.areaKey }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.scenario.title ?? '', matches)

export default function ScenarioDetail() {
  const { scenario, near, theme, field, area, done } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const closes = scenario.closesAt ? new Date(scenario.closesAt) : null
  const open = scenario.publication === 'published' && (scenario.window === 'open' || scenario.window === 'closing_soon')
  return (
    <Page current="scenarios" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('scenario.list.title'), to: '/scenarios' }, { label: theme, to: `/scenarios?theme=${encodeURIComponent(scenario.theme)}` }]}>
      <PageTitle
        title={scenario.title}
        sub={[
          <StateTag key="state" tone={windowTone[scenario.window]}>{t(`scenario.window.${scenario.window}`)}</StateTag>,
          scenario.leadName,
          scenario.serial,
          scenario.publishedAt && t('scenario.sub.published', { date: format.date(new Date(scenario.publishedAt)) }),
        ]}
      />
      {done === 'published' && <Notice tone="calm" role="status" className="mt-4">{t('scenario.done.published', { serial: scenario.serial ?? '' })}</Notice>}
      <Sheet
        aside={
          <>
            <ActionPanel
              shut={!open}
              action={open ? { to: `/scenarios/${scenario.id}/apply`, label: closes ? `${t('scenario.action.apply')}，${format.deadline(closes)}` : t('scenario.action.apply'), until: closes ? t('scenario.action.apply.until', { when: format.dateTime(closes) }) : t('scenario.fact.window.open_ended') } : undefined}
              note={open ? t('scenario.action.apply.note') : t('scenario.action.closed')}
            />
            <ScenarioFacts scenario={scenario} field={field} area={area} />
          </>
        }
      >
        <ScenarioText scenario={scenario} />
        <Near hits={near} />
      </Sheet>
    </Page>
  )
}
