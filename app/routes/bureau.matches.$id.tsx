import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contractsFrom } from '~/domain/contracts/service.server'
import { brokerChoices } from '~/domain/matching/brokers.server'
import { readMatch } from '~/domain/matching/read.server'
import { assignBroker, releaseBroker } from '~/domain/matching/accompany.server'
import { acceptMatch } from '~/domain/matching/answer.server'
import { correctMatch, excludeMatch, pinMatch, restoreMatch, unpinMatch } from '~/domain/matching/service.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { LinkedContracts } from '~/routes-parts/contracts/linked'
import { AnswerLog } from '~/routes-parts/matching/answers'
import { PairView } from '~/routes-parts/matching/pair'
import { ReviewForms } from '~/routes-parts/matching/review'
import { returned } from '~/routes-parts/shared/refused'
import { DecideBar, Notice, PageTitle, StateTag, useT, useUi } from '~/ui'
import { stateTone } from '~/routes-parts/matching/rows'

export const loader = page('staff', async ({ actor, call, params, url, t }) => {
  const pair = await readMatch(actor, { id: params.id ?? '' }, call)
  const before = url.searchParams.get('before')
  const undone = before && url.searchParams.get('done') === 'exclude' ? before : null
  return { title: t('match.queue.title'), pair, contracts: await contractsFrom(actor, { from: 'matchId', id: pair.id }, call), undone, done: url.searchParams.get('done'), brokers: pair.can.review ? await brokerChoices(actor, { id: pair.id }, call) : [] }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const steps = { accept: acceptMatch, exclude: excludeMatch, pin: pinMatch, unpin: unpinMatch, correct: correctMatch, broker: assignBroker, release: releaseBroker, restore: restoreMatch } as const

/** After a decision the next pair is there at once, with the way back for an exclusion. */
export const action = acting('staff', async ({ actor, values, intent, params, call, context }) => {
  const step = stepOf(steps, intent)
  const id = step === 'restore' && typeof values.restore === 'string' ? values.restore : (params.id ?? '')
  const { next } = await readMatch(actor, { id: params.id ?? '' }, call)
  await steps[step](actor, { ...values, id }, call)
  if (step === 'accept' || step === 'exclude') return go(context, next ? `/bureau/matches/${next.id}?done=${step}&before=${id}` : `/bureau/matches?done=${step}`)
  return go(context, `/bureau/matches/${id}?done=${step}`)
})

export default function ReviewMatch() {
  const { pair, contracts, undone, done, brokers, title } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const { path } = useUi()
  const said = `match.done.${done}`
  const waiting = pair.state === 'suggested' || pair.state === 'notified'
  const bar = waiting ? (
    <DecideBar
      action={path}
      undo={undone ? { message: t('match.done.excluded'), label: t('match.action.restore'), action: path, hidden: [{ name: 'intent', value: 'restore' }, { name: 'restore', value: undone }] } : undefined}
      decisions={[
        { name: 'intent', value: 'accept', variant: 'main', kbd: 'A', label: t('match.action.accept') },
        { to: '#exclude', variant: 'stop', kbd: 'X', label: t('match.action.exclude') },
        { to: pair.next ? `/bureau/matches/${pair.next.id}` : '/bureau/matches', kbd: 'L', label: t('match.action.later') },
      ]}
      next={pair.next ? t('match.next', { title: pair.next.title, score: pair.next.score }) : t('match.next.none')}
    />
  ) : undefined
  return (
    <Page current="bureau" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('ui.nav.bureau'), to: '/bureau' }, { label: title, to: '/bureau/matches' }]} bar={bar}>
      <PageTitle title={title} sub={[<StateTag key="state" tone={stateTone[pair.state]}>{t(`match.state.${pair.state}`)}</StateTag>, pair.pinned && t('match.tag.pinned'), pair.byHand && t('match.tag.by_hand'), pair.accompanying && t('match.tag.broker', { name: pair.accompanying.name }), done === 'accept' ? t('match.done.accepted') : null]} />
      {!back && isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4">{t(said)}</Notice>}
      <PairView pair={pair} />
      <AnswerLog pair={pair} />
      <LinkedContracts contracts={contracts} base="/bureau/contracts" />
      <ReviewForms pair={pair} brokers={brokers} back={back} />
    </Page>
  )
}
