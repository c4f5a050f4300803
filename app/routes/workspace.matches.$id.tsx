import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contractsFrom } from '~/domain/contracts/service.server'
import { readMatch } from '~/domain/matching/read.server'
import { acceptMatch, declineMatch } from '~/domain/matching/answer.server'
import { meetMatch } from '~/domain/matching/service.server'
import { canMove } from '~/domain/kernel/machine'
import { matchMachine } from '~/domain/matching/rules'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { LinkedContracts } from '~/routes-parts/contracts/linked'
import { AnswerForms, AnswerLog } from '~/routes-parts/matching/answers'
import { PairView } from '~/routes-parts/matching/pair'
import { stateTone } from '~/routes-parts/matching/rows'
import { returned } from '~/routes-parts/shared/refused'
import { Button, Notice, PageTitle, Section, StateTag, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, params, url, t }) => {
  const pair = await readMatch(actor, { id: params.id ?? '' }, call)
  const candidate = actor.personId !== null || actor.memberships.some(({ role }) => role === 'institute')
  return { title: t('match.own.title'), pair, contracts: await contractsFrom(actor, { from: 'matchId', id: pair.id }, call), done: url.searchParams.get('done'), apply: candidate ? `${pair.target.path}/apply` : null, contract: pair.can.contract ? `/workspace/contracts/new?match=${pair.id}` : null }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const steps = { accept: acceptMatch, decline: declineMatch, meet: meetMatch } as const

export const action = acting('signed_in', async ({ actor, values, intent, params, call, context }) => {
  const step = stepOf(steps, intent)
  await steps[step](actor, { ...values, id: params.id }, call)
  return go(context, `/workspace/matches/${params.id}?done=${step}`)
})

export default function OwnMatch() {
  const { pair, contracts, done, apply, contract, title } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const can = (to: 'met') => pair.can.answer && canMove(matchMachine, pair.state, to)
  const said = `match.own.done.${done}`
  return (
    <Page crumbs={workspaceCrumbs(t, { label: title, to: '/workspace/matches' })}>
      <PageTitle title={title} sub={[<StateTag key="state" tone={stateTone[pair.state]}>{t(`match.state.${pair.state}`)}</StateTag>]} />
      {isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4">{t(said)}</Notice>}
      <PairView pair={pair} />
      <LinkedContracts contracts={contracts} />
      <AnswerLog pair={pair} />
      <Section id="answer" title={t('match.own.answer')}>
        <AnswerForms pair={pair} back={back} />
        <form method="post" className="mt-4 flex flex-wrap gap-3">
          {can('met') && <Button name="intent" value="meet">{t('match.action.meet')}</Button>}
          {apply && pair.state !== 'applied' && pair.state !== 'contracted' && <Button to={apply}>{t('match.action.apply')}</Button>}
          {contract && <Button to={contract}>{t('match.action.contract')}</Button>}
        </form>
      </Section>
    </Page>
  )
}
