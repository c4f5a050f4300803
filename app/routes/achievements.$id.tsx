import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAchievement } from '~/domain/achievements/read.server'
import { labels } from '~/domain/district/service.server'
import { similarTo } from '~/domain/searching/service.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { Near } from '~/routes-parts/search/near'
import { AchievementFacts } from '~/routes-parts/achievements/facts'
import { NearList, Notice, PageTitle, Part, ProseText, Sheet, SideActions, useT } from '~/ui'

export const loader = page('public', async ({ actor, call, context, params }) => {
  const achievement = await readAchievement(actor, { id: params.id ?? '' }, call)
  const { number, title, keywords, state } = achievement
  const near = state === 'draft' ? [] : await similarTo({ type: 'achievement', id: number, title, keywords }, context.now)
  return { achievement, near, fields: Object.fromEntries(await labels('field', context.locale)) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.achievement.title ?? '', matches)

export default function Detail() {
  const { achievement, near, fields } = useLoaderData<typeof loader>()
  const t = useT()
  const { title, summary, body, cases, number, owner, state, can } = achievement
  const inventors = achievement.inventors.filter((person) => person.public)
  return (
    <Page current="achievements" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('directory.achievements'), to: '/achievements' }]}>
      <PageTitle title={title} sub={[owner?.name ?? '', number]} />
      {state === 'draft' && <Notice className="mt-4">{t('achievement.only_you')}</Notice>}
      <Sheet
        aside={
          <>
            <AchievementFacts achievement={achievement} fields={fields} />
            {can.edit && <SideActions links={[{ to: `/workspace/achievements/${number}/edit`, label: t('common.edit') }]} />}
          </>
        }
      >
        {/* Many descriptions repeat the summary somewhere in their text. */}
        {!body.includes(summary) && <Part title={t('directory.summary')}><ProseText text={summary} /></Part>}
        {body && <Part title={t('directory.body')}><ProseText text={body} /></Part>}
        {cases.length > 0 && <Part title={t('directory.cases')}><ProseText text={cases.map((line) => `- ${line}`).join('\n')} /></Part>}
        {inventors.length > 0 && <Part title={t('directory.inventors')}><NearList items={inventors.map((person) => ({ to: `/experts/${person.number}`, title: person.name, line: [] }))} /></Part>}
        <Near hits={near} />
      </Sheet>
    </Page>
  )
}
