import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { labels } from '~/domain/district/service.server'
import { readAchievement } from '~/domain/achievements/read.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { Facts, NearList, PageTitle, Part, ProseText, Sheet, useFormat, useT } from '~/ui'

export const loader = page('public', async ({ actor, call, context, params }) => {
  const achievement = await readAchievement(actor, { id: params.id ?? '' }, call)
  return { achievement, fields: Object.fromEntries(await labels('field', context.locale)) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.achievement.title ?? '', matches)

export default function Detail() {
  const { achievement, fields } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const fieldName = (code: string) => fields[code] ?? code
  return (
    <Page current="achievements" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('directory.achievements'), to: '/achievements' }]}>
      <PageTitle title={achievement.title} sub={[achievement.owner?.name ?? '', achievement.number]} />
      <Sheet aside={<Facts items={[achievement.owner !== null && { term: t('directory.owner'), detail: achievement.owner.name }, { term: t('search.facet.field'), detail: fieldName(achievement.field) }, { term: t('match.fact.trl'), detail: `TRL ${achievement.trl}` }, { term: t('directory.ipr'), detail: t(`ipr.${achievement.iprKind}`), note: achievement.iprNumber ?? undefined }, { term: t('search.facet.mode'), detail: achievement.modes.map((mode) => t(`mode.${mode}`)).join('、') }, { term: t('directory.price'), detail: achievement.priceMin || achievement.priceMax ? format.wanRange(achievement.priceMin, achievement.priceMax) : t('common.negotiable') }]} />}>
        <Part title={t('directory.summary')}><ProseText text={achievement.body.startsWith(achievement.summary) ? achievement.body : `${achievement.summary}\n\n${achievement.body}`} /></Part>
        {achievement.cases.length > 0 && <Part title={t('directory.cases')}><ProseText text={achievement.cases.map((line) => `- ${line}`).join('\n')} /></Part>}
        {achievement.inventors.length > 0 && <Part title={t('directory.inventors')}><NearList items={achievement.inventors.filter((person) => person.public).map((person) => ({ to: `/experts/${person.number}`, title: person.name, line: [] }))} /></Part>}
      </Sheet>
    </Page>
  )
}
