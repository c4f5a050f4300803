import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { rolesOf } from '~/domain/kernel/actor'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { Doors, Notice, PageTitle, useT } from '~/ui'

const doors = {
  needs: { to: '/workspace/needs', for: ['enterprise'] },
  scenarios: { to: '/workspace/scenarios', for: ['publisher', 'reviewer', 'administrator'] },
  applications: { to: '/workspace/applications', for: ['researcher', 'institute', 'broker'] },
  matches: { to: '/workspace/matches', for: ['enterprise', 'researcher', 'institute', 'broker', 'publisher'] },
  contracts: { to: '/workspace/contracts', for: ['enterprise', 'researcher', 'institute', 'broker', 'publisher'] },
  organisation: { to: '/workspace/organisation', for: null },
  account: { to: '/account', for: null },
} as const

/** The home of a signed-in person: the doors of each of their roles. */
export const loader = page('signed_in', async ({ actor, t }) => {
  const roles: string[] = rolesOf(actor)
  const open = (Object.keys(doors) as (keyof typeof doors)[]).filter((name) => doors[name].for === null || doors[name].for.some((role) => roles.includes(role)))
  return { title: t('work.title'), name: actor.name, open, roles, none: roles.length === 0 }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function Workspace() {
  const { name, open, roles, none } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page crumbs={[{ label: t('ui.home'), to: '/' }]}>
      <PageTitle title={t('work.hello', { name })} sub={roles.map((role) => t(`role.${role}` as 'role.enterprise'))} />
      {none && <Notice className="mt-4" actions={[{ to: '/workspace/organisation', label: t('organisation.own.new') }]}>{t('work.none')}</Notice>}
      <Doors label={t('work.title')} items={open.map((door) => ({ to: doors[door].to, title: t(`work.${door}`), note: t(`work.${door}.note`) }))} />
    </Page>
  )
}
