import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownerChoices, readAchievement } from '~/domain/achievements/read.server'
import { unpublishAchievement, updateAchievement } from '~/domain/achievements/service.server'
import { termChoices } from '~/domain/district/service.server'
import { forbidden } from '~/domain/kernel/errors'
import { targetsOfResult } from '~/domain/matching/fits.server'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { ResultAnswers } from '~/routes-parts/achievements/answers'
import { AchievementForm } from '~/routes-parts/achievements/form'
import { AchievementTag } from '~/routes-parts/achievements/row'
import { storedAchievement } from '~/routes-parts/achievements/stored'
import { Unpublish } from '~/routes-parts/achievements/unpublish'
import { returned } from '~/routes-parts/shared/refused'
import { PageTitle, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, context, params, t }) => {
  const achievement = await readAchievement(actor, { id: params.id ?? '' }, call)
  if (!achievement.can.edit) throw forbidden()
  const { organisations, people } = await ownerChoices(actor, { id: achievement.number }, call)
  const { title, number, state, version } = achievement
  const answers = state === 'published' ? await targetsOfResult(actor, { id: number }, call) : null
  return { title: t('achievement.edit.title'), heading: title, number, state, version, answers, stored: storedAchievement(achievement), choices: { organisations, people, fields: await termChoices('field', context.locale) } }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, values, intent, params, call, context }) => {
  const id = params.id ?? ''
  if (intent === 'unpublish') await unpublishAchievement(actor, { id, reason: String(values.reason ?? '') }, call)
  else await updateAchievement(actor, { ...values, id }, call)
  return go(context, `/workspace/achievements?done=${intent === 'unpublish' ? 'unpublished' : values.publish === 'on' ? 'published' : 'updated'}&number=${id}`)
})

export default function EditAchievement() {
  const { title, heading, number, state, version, answers, stored, choices } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const taking = back?.intent === 'unpublish' ? back : null
  return (
    <Page crumbs={workspaceCrumbs(t, { label: t('achievement.own.title'), to: '/workspace/achievements' }, { label: heading, to: `/achievements/${number}` })}>
      <PageTitle title={title} sub={[<AchievementTag key="state" state={state} />, number]} />
      <AchievementForm stored={stored} choices={choices} back={taking ? null : back} version={version} published={state === 'published'} />
      {answers && <ResultAnswers {...answers} />}
      {state === 'published' && <Unpublish back={taking} />}
    </Page>
  )
}
