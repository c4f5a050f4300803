import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { labels } from '~/domain/district/service.server'
import { readInstitute } from '~/domain/organisations/read.server'
import { listAchievementsOf } from '~/domain/achievements/read.server'
import { listPeopleOf } from '~/domain/people/read.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { Facts, NearList, PageTitle, Part, ProseText, Sheet, useT } from '~/ui'

export const loader = page('public', async ({ actor, call, context, params }) => {
  const institute = await readInstitute(actor, { id: params.id ?? '' }, call)
  return { institute, fields: Object.fromEntries(await labels('field', context.locale)), results: (await listAchievementsOf(actor, { organisationId: institute.id }, call)).slice(0, 20), people: (await listPeopleOf(actor, { organisationId: institute.id }, call)).slice(0, 20) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.institute.name ?? '', matches)

export default function Detail() {
  const { institute, fields, results, people } = useLoaderData<typeof loader>()
  const t = useT()
  const fieldName = (code: string) => fields[code] ?? code
  return (
    <Page current="achievements" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('directory.institutes'), to: '/institutes' }]}>
      <PageTitle title={institute.name} sub={[t(`nature.${institute.nature}`), institute.region]} />
      <Sheet aside={<Facts items={[{ term: t('organisation.field.nature'), detail: t(`nature.${institute.nature}`) }, { term: t('search.facet.field'), detail: institute.fields.map(fieldName).join('、') }, { term: t('organisation.field.regionCode'), detail: institute.region }, institute.address !== null && { term: t('organisation.field.address'), detail: institute.address }, { term: t('organisation.field.creditCode'), detail: institute.creditCode ?? t('common.none') }]} />}>
        <Part title={t('directory.summary')}><ProseText text={institute.summary} /></Part>
        {people.length > 0 && <Part title={t('directory.experts')}><NearList items={people.map((one) => ({ to: `/experts/${one.number}`, title: one.name, line: [one.title, ...one.keywords.slice(0, 3)] }))} /></Part>}
        {results.length > 0 && <Part title={t('directory.achievements')}><NearList items={results.map((one) => ({ to: `/achievements/${one.number}`, title: one.title, line: [`TRL ${one.trl}`] }))} /></Part>}
      </Sheet>
    </Page>
  )
}
