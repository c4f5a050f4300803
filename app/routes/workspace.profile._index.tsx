import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAchievementsOf } from '~/domain/achievements/read.server'
import { labels } from '~/domain/district/service.server'
import { readOwnProfile, readPerson } from '~/domain/people/read.server'
import { page } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { ListedTag, PersonFacts, PersonText } from '~/routes-parts/people/person'
import { ActionPanel, Button, EmptyState, Notice, PageTitle, Sheet, SideActions, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, context, t, url }) => {
  const own = await readOwnProfile(actor, {}, call)
  const person = own && (await readPerson(actor, { id: own.number }, call))
  const names = { fields: Object.fromEntries(await labels('field', context.locale)), disciplines: Object.fromEntries(await labels('discipline', context.locale)) }
  return { title: t('person.own.title'), person, names, results: person ? await listAchievementsOf(actor, { personId: person.id }, call) : [], done: url.searchParams.get('done') }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function OwnProfile() {
  const { title, person, names, results, done } = useLoaderData<typeof loader>()
  const t = useT()
  const said = `person.done.${done}`
  if (!person) {
    return (
      <Page crumbs={workspaceCrumbs(t)}>
        <PageTitle title={title} />
        <EmptyState title={t('person.own.empty')} actions={<Button variant="main" to="/workspace/profile/edit">{t('person.own.create')}</Button>}>{t('person.own.empty.next')}</EmptyState>
      </Page>
    )
  }
  const links = [
    { to: '/workspace/achievements', label: t('achievement.own.title') },
    { to: '/workspace/achievements/new', label: t('achievement.own.new') },
  ]
  return (
    <Page crumbs={workspaceCrumbs(t, { label: title, to: '/workspace/profile' })}>
      <PageTitle title={person.name} sub={[<ListedTag key="state" listed={person.listed} />, person.title, person.number]} />
      {isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4">{t(said, { number: person.number })}</Notice>}
      <Sheet
        aside={
          <>
            <ActionPanel title={title} note={t(person.listed ? 'person.own.listed' : 'person.own.unlisted')}>
              <div className="flex flex-wrap gap-3">
                <Button variant="main" to="/workspace/profile/edit">{t('person.own.edit')}</Button>
                <Button to={`/experts/${person.number}`}>{t('person.own.public')}</Button>
              </div>
            </ActionPanel>
            <PersonFacts person={person} names={names} own />
            <SideActions links={links} />
          </>
        }
      >
        <PersonText person={person} results={results} />
      </Sheet>
    </Page>
  )
}
