import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAchievements } from '~/domain/achievements/read.server'
import { recentLandings } from '~/domain/contracts/service.server'
import { homeNeeds } from '~/domain/needs/home.server'
import { yearCounter } from '~/domain/scenarios/home.server'
import { popularSearches } from '~/domain/popular-searches/service.server'
import { closingScenarios } from '~/domain/scenarios/read.server'
import { countOf } from '~/domain/searching/service.server'
import { targetsForPages } from '~/domain/statistics/targets.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { HomeLists } from '~/routes-parts/home/lists'
import { HomeMeasures } from '~/routes-parts/home/measures'
import { Popular } from '~/routes-parts/search/popular'
import { Doors, Find, QueryField, useT } from '~/ui'

/** While too little is asked often there are examples that really find something: those that find nothing on this day are left out. */
const examples = ['自动驾驶', '茶叶 杀青', '低温 电池', '机器视觉']
const enough = 3
const most = 5

async function tried(now: Date) {
  const counts = await Promise.all(examples.map(async (q) => ({ q, count: await countOf({ q }, now) })))
  return counts.filter((one): one is { q: string; count: number } => one.count !== null && one.count > 0).slice(0, enough)
}

export const loader = page('public', async ({ actor, call, context, t }) => {
  const popular = await popularSearches(context.now, most)
  const isPopular = popular.length >= enough
  const [counter, targets, closing, needs, landings, achievements, closingCount, searches] = await Promise.all([
    yearCounter(actor, {}, call), targetsForPages(actor, {}, call), closingScenarios(actor, { limit: 3 }, call), homeNeeds(actor, { limit: 3 }, call), recentLandings(actor, { limit: 3 }, call),
    listAchievements(actor, { page: 1 }, call), countOf({ closes: '7d' }, context.now),
    isPopular ? popular : tried(context.now),
  ])
  return { title: t('home.title'), counter, targets, closing, closingCount, needs, landings, achievements: { total: achievements.total, rows: achievements.rows.slice(0, 3) }, searches, isPopular }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const doors = { enterprise: '/workspace/needs', researcher: '/workspace/profile', institute: '/workspace/organisation', broker: '/workspace/broker', publisher: '/workspace/scenarios', bureau: '/bureau' } as const

export default function Home() {
  const { counter, targets, closing, closingCount, needs, landings, achievements, searches, isPopular } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page>
      <Find
        label={t('home.search')}
        title={
          <label htmlFor="q">
            {t('home.question.1')}
            <br />
            {t('home.question.2')}
          </label>
        }
      >
        <QueryField label={null} />
        <Popular searches={searches} label={isPopular ? undefined : t('search.try')} />
      </Find>
      <HomeMeasures counter={counter} targets={targets} />
      <HomeLists closing={closing} closingCount={closingCount} needs={needs} landings={landings} achievements={achievements}>
        <Doors label={t('home.doors')} items={Object.entries(doors).map(([role, to]) => ({ to, title: t(`home.door.${role as keyof typeof doors}`), note: t(`home.door.${role as keyof typeof doors}.note`) }))} />
      </HomeLists>
    </Page>
  )
}
