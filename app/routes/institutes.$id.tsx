import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAchievementsOf } from '~/domain/achievements/read.server'
import { labels } from '~/domain/district/service.server'
import { readInstitute } from '~/domain/organisations/read.server'
import { listPeopleOf } from '~/domain/people/read.server'
import { similarTo } from '~/domain/searching/service.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { OrganisationFacts } from '~/routes-parts/organisations/detail'
import { Near } from '~/routes-parts/search/near'
import { ResultLinks } from '~/routes-parts/people/person'
import { Link, NearList, Note, Notice, PageTitle, Part, ProseText, Sheet, SideActions, useT } from '~/ui'

/** So many of each stand on the page; the rest is behind a link to the list. */
const shown = 10
/** An institute is like another in what it says first, in characters. */
const said = 80

export const loader = page('public', async ({ actor, call, context, params }) => {
  const institute = await readInstitute(actor, { id: params.id ?? '' }, call)
  const fields = await labels('field', context.locale)
  const results = await listAchievementsOf(actor, { organisationId: institute.id }, call)
  const people = (await listPeopleOf(actor, { organisationId: institute.id }, call)).filter((person) => person.listed)
  // Records are written in Chinese, whatever the reader's language.
  const written = await labels('field', 'zh-CN')
  const near = institute.verification === 'verified' ? await similarTo({ type: 'institute', id: institute.id, title: institute.summary.slice(0, said), keywords: institute.fields.map((field) => written.get(field) ?? '') }, context.now, { types: ['institute'] }) : []
  return { institute, near, fieldNames: institute.fields.map((field) => fields.get(field) ?? field), results: results.slice(0, shown), people: people.slice(0, shown), totals: { results: results.length, people: people.length } }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.institute.name ?? '', matches)

export default function Detail() {
  const { institute, near, fieldNames, results, people, totals } = useLoaderData<typeof loader>()
  const t = useT()
  const all = (path: string) => `${path}?q=${encodeURIComponent(institute.name)}`
  return (
    <Page current="achievements" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('directory.institutes'), to: '/institutes' }]}>
      <PageTitle title={institute.name} sub={[t(`nature.${institute.nature}`), institute.region]} />
      {institute.verification !== 'verified' && <Notice className="mt-4">{t(`organisation.state.${institute.verification}.next`)}</Notice>}
      <Sheet
        aside={
          <>
            <OrganisationFacts organisation={institute} fieldNames={fieldNames} />
            {institute.canEdit && <SideActions links={[{ to: `/workspace/organisation/${institute.id}`, label: t('common.edit') }]} />}
          </>
        }
      >
        {institute.summary && <Part title={t('directory.summary')}><ProseText text={institute.summary} /></Part>}
        {results.length > 0 && (
          <Part title={t('directory.achievements')}>
            <ResultLinks results={results.map((one) => ({ ...one, owner: null }))} />
            {totals.results > results.length && <Note className="mt-3"><Link to={all('/achievements')}>{t('directory.more_results', { count: totals.results })}</Link></Note>}
          </Part>
        )}
        {people.length > 0 && (
          <Part title={t('directory.experts')}>
            <NearList items={people.map((person) => ({ to: `/experts/${person.number}`, title: person.name, line: [person.title, ...person.keywords.slice(0, 3)] }))} />
            {totals.people > people.length && <Note className="mt-3"><Link to={all('/experts')}>{t('directory.more_people', { count: totals.people })}</Link></Note>}
          </Part>
        )}
        <Near hits={near} />
      </Sheet>
    </Page>
  )
}
