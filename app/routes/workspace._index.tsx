import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { workDesk } from '~/domain/desk/work.server'
import { rolesOf } from '~/domain/kernel/actor'
import { ownFits } from '~/domain/matching/fits.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { FitRows } from '~/routes-parts/matching/fits'
import { Doors, Keep, PageTitle, Section, SideActions, TaskList, useFormat, useT } from '~/ui'

const doors = {
  needs: { to: '/workspace/needs', for: ['enterprise'] },
  scenarios: { to: '/workspace/scenarios', for: ['publisher', 'reviewer', 'administrator'] },
  applications: { to: '/workspace/applications', for: ['researcher', 'institute', 'broker'] },
  matches: { to: '/workspace/matches', for: ['enterprise', 'researcher', 'institute', 'broker', 'publisher'] },
  achievements: { to: '/workspace/achievements', for: ['researcher', 'institute'] },
  contracts: { to: '/workspace/contracts', for: ['enterprise', 'researcher', 'institute', 'broker', 'publisher'] },
  profile: { to: '/workspace/profile', for: ['researcher', 'institute'] },
  broker: { to: '/workspace/broker', for: ['broker'] },
  organisation: { to: '/workspace/organisation', for: null },
  searches: { to: '/account/searches', for: null },
  account: { to: '/account', for: null },
} as const
/** How somebody without a role gets one. */
const ways = { organisation: '/workspace/organisation', profile: '/workspace/profile', broker: '/workspace/broker' } as const

/** So many of what suits somebody stand on their home. */
const shownFits = 3

/** The home of a signed-in person: what waits for them, and the doors of each of their roles. */
export const loader = page('signed_in', async ({ actor, call, t }) => {
  const roles: string[] = rolesOf(actor)
  const open = (Object.keys(doors) as (keyof typeof doors)[]).filter((name) => doors[name].for === null || doors[name].for.some((role) => roles.includes(role)))
  return { title: t('work.title'), waiting: await workDesk(actor, {}, call), fits: (await ownFits(actor, {}, call)).slice(0, shownFits), name: actor.name, open, roles, none: roles.length === 0 }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function Workspace() {
  const { name, open, roles, none, waiting, fits } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  return (
    <Page crumbs={[{ label: t('ui.home'), to: '/' }]}>
      <PageTitle title={t('work.hello', { name })} sub={roles.map((role) => t(`role.${role}` as 'role.enterprise'))} />
      {none && (
        <Section title={t('work.start')} id="start">
          <p className="mt-2">{t('work.none')}</p>
          <Doors label={t('work.start')} items={(Object.keys(ways) as (keyof typeof ways)[]).map((way) => ({ to: ways[way], title: t(`work.start.${way}`), note: t(`work.start.${way}.note`) }))} />
        </Section>
      )}
      {waiting.length > 0 && (
        <Section title={t('work.waiting')} id="waiting">
          <div className="mt-3">
            <TaskList label={t('work.waiting')} tasks={waiting.map(({ name: wait, to, count }) => ({ label: t(`work.waits.${wait}`), to, tone: 'wait', state: t('work.waits', { count: format.count(count) }) }))} />
          </div>
        </Section>
      )}
      {fits.length > 0 && (
        <Section title={t('match.fit.home')} id="fits" actions={<Keep links={[{ to: '/workspace/matches', label: t('match.fit.more') }]} />}>
          <FitRows fits={fits} />
        </Section>
      )}
      {!none && <Doors label={t('work.title')} items={open.map((door) => ({ to: doors[door].to, title: t(`work.${door}`), note: t(`work.${door}.note`) }))} />}
      {none && <SideActions links={[{ to: doors.searches.to, label: t('work.searches') }, { to: doors.account.to, label: t('work.account') }]} />}
    </Page>
  )
}
