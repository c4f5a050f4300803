import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { labels } from '~/domain/district/service.server'
import { readPerson } from '~/domain/people/read.server'
import { listAchievementsOf } from '~/domain/achievements/read.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { Facts, NearList, PageTitle, Part, ProseText, Sheet, useT } from '~/ui'

export const loader = page('public', async ({ actor, call, context, params }) => {
  const person = await readPerson(actor, { id: params.id ?? '' }, call)
  return { person, fields: Object.fromEntries(await labels('field', context.locale)), results: await listAchievementsOf(actor, { personId: person.id }, call) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.person.name ?? '', matches)

export default function Detail() {
  const { person, fields, results } = useLoaderData<typeof loader>()
  const t = useT()
  const fieldName = (code: string) => fields[code] ?? code
  return (
    <Page current="achievements" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('directory.experts'), to: '/experts' }]}>
      <PageTitle title={person.name} sub={[person.title, person.organisation?.name ?? '', person.number]} />
      <Sheet aside={<Facts items={[person.organisation !== null && { term: t('match.fact.organisation'), detail: person.organisation.name }, { term: t('search.facet.field'), detail: person.fields.map(fieldName).join('、') }, { term: t('directory.keywords'), detail: person.keywords.join('、') }, { term: t('directory.available'), detail: person.availableFrom ? t('match.check.available', { date: person.availableFrom }) : t('match.check.available.now') }, { term: t('directory.languages'), detail: person.languages.join('、') }]} />}>
        <Part title={t('directory.summary')}><ProseText text={person.summary} /></Part>
        {person.projects.length > 0 && <Part title={t('directory.projects')}><ProseText text={person.projects.map((line) => `- ${line}`).join('\n')} /></Part>}
        {results.length > 0 && <Part title={t('directory.achievements')}><NearList items={results.map((one) => ({ to: `/achievements/${one.number}`, title: one.title, line: [`TRL ${one.trl}`, one.owner?.name ?? ''].filter(Boolean) }))} /></Part>}
      </Sheet>
    </Page>
  )
}
