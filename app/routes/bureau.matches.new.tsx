import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { targetToAddTo } from '~/domain/matching/by-hand.server'
import { addMatch } from '~/domain/matching/service.server'
import { searchPortal } from '~/domain/searching/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { AddByNumber, AddFound, AddSearch, candidateTypes, kindOfNumber } from '~/routes-parts/matching/add'
import { returned } from '~/routes-parts/shared/refused'
import { Notice, PageTitle, useT } from '~/ui'

const most = 20

/** A pair by hand in two steps that are links: the need or scenario by its number, then the candidate by name, number or words. */
export const loader = page('staff', async ({ actor, call, context, t, url }) => {
  const asked = { target: url.searchParams.get('target')?.trim() ?? '', q: url.searchParams.get('q')?.trim().slice(0, 100) ?? '', type: url.searchParams.get('type') ?? '' }
  const type = kindOfNumber(asked.q) ?? candidateTypes.find((one) => one === asked.type) ?? 'expert'
  const target = await targetToAddTo(actor, asked, call)
  const searched = target && asked.q !== '' ? await searchPortal(new URLSearchParams({ q: asked.q, type }), context.now, most) : null
  return { title: t('match.add.title'), asked: { ...asked, type }, target, hits: searched?.result?.hits ?? null, away: searched !== null && searched.result === null }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('staff', async ({ actor, values, call, context }) => {
  const { id } = await addMatch(actor, values, call)
  return go(context, `/bureau/matches/${id}`)
})

export default function AddMatch() {
  const { title, asked, target, hits, away } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <Page current="bureau" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('ui.nav.bureau'), to: '/bureau' }, { label: t('match.queue.title'), to: '/bureau/matches' }]}>
      <PageTitle title={title} lead={t('match.add.lead')} />
      {back && !target && <Notice tone="stop" role="alert" className="mt-4">{back.message}</Notice>}
      <AddSearch asked={asked} target={target} />
      {away && <Notice tone="stop" className="mt-4">{t('search.away')}</Notice>}
      {target && hits && <AddFound target={target} hits={hits} />}
      {target && <AddByNumber target={target} back={back} />}
    </Page>
  )
}
