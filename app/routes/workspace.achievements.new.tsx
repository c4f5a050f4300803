import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownerChoices } from '~/domain/achievements/read.server'
import { createAchievement } from '~/domain/achievements/service.server'
import { termChoices } from '~/domain/district/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { AchievementForm } from '~/routes-parts/achievements/form'
import { newAchievement } from '~/routes-parts/achievements/stored'
import { returned } from '~/routes-parts/shared/refused'
import { PageTitle, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, context, t }) => {
  const { self, ...named } = await ownerChoices(actor, {}, call)
  return { title: t('achievement.own.new'), stored: newAchievement(named.organisations, self), choices: { ...named, fields: await termChoices('field', context.locale) } }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, values, call, context }) => {
  const { number } = await createAchievement(actor, values, call)
  return go(context, `/workspace/achievements?done=${values.publish === 'on' ? 'published' : 'saved'}&number=${number}`)
})

export default function NewAchievement() {
  const { title, stored, choices } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <Page crumbs={workspaceCrumbs(t, { label: t('achievement.own.title'), to: '/workspace/achievements' })}>
      <PageTitle title={title} lead={t('achievement.new.lead')} />
      <AchievementForm stored={stored} choices={choices} back={back} />
    </Page>
  )
}
