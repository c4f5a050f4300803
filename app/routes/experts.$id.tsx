import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAchievementsOf } from '~/domain/achievements/read.server'
import { labels } from '~/domain/district/service.server'
import { readPerson } from '~/domain/people/read.server'
import { similarTo } from '~/domain/searching/service.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { PersonFacts, PersonText } from '~/routes-parts/people/person'
import { Near } from '~/routes-parts/search/near'
import { Notice, PageTitle, Sheet, SideActions, useT } from '~/ui'

/** A person is like another in what they say first, in characters. */
const said = 80

export const loader = page('public', async ({ actor, call, context, params }) => {
  const person = await readPerson(actor, { id: params.id ?? '' }, call)
  const disciplines = await labels('discipline', context.locale)
  const names = { fields: Object.fromEntries(await labels('field', context.locale)), disciplines: Object.fromEntries(person.disciplines.map((code) => [code, disciplines.get(code) ?? code])) }
  const near = person.listed ? await similarTo({ type: 'expert', id: person.number, title: person.summary.slice(0, said), keywords: person.keywords }, context.now, { types: ['expert'] }) : []
  const own = person.id === actor.personId ? '/workspace/profile' : person.can.edit && person.organisation ? `/workspace/organisation/${person.organisation.id}/people/${person.number}` : null
  return { person, near, names, own, results: await listAchievementsOf(actor, { personId: person.id }, call) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.person.name ?? '', matches)

export default function Detail() {
  const { person, near, names, own, results } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page current="achievements" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('directory.experts'), to: '/experts' }]}>
      <PageTitle title={person.name} sub={[person.title, person.organisation?.name ?? '', person.number]} />
      {!person.listed && <Notice className="mt-4">{t('person.only_you')}</Notice>}
      <Sheet
        aside={
          <>
            <PersonFacts person={person} names={names} />
            {own && <SideActions links={[{ to: own, label: t('common.edit') }]} />}
          </>
        }
      >
        <PersonText person={person} results={results} />
        <Near hits={near} />
      </Sheet>
    </Page>
  )
}
