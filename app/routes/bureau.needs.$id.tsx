import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contractsFrom } from '~/domain/contracts/service.server'
import { matchesOfTarget } from '~/domain/matching/read.server'
import { standingOfTarget } from '~/domain/matching/standing.server'
import { publishNeed, readNeed, returnNeed } from '~/domain/needs/service.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { LinkedContracts } from '~/routes-parts/contracts/linked'
import { TargetPairs } from '~/routes-parts/matching/target'
import { NeedFacts, NeedLog, NeedText } from '~/routes-parts/needs/detail'
import { needTone } from '~/routes-parts/needs/row'
import { returned, summary, typed } from '~/routes-parts/shared/refused'
import { ActionPanel, Button, ErrorSummary, Notice, PageTitle, Sheet, StateTag, TextArea, useT } from '~/ui'

export const loader = page('staff', async ({ actor, call, params, url }) => {
  const read = await readNeed(actor, { id: params.id ?? '' }, call)
  const { id } = read.need
  return { ...read, contracts: await contractsFrom(actor, { from: 'needId', id }, call), pairs: await matchesOfTarget(actor, { kind: 'need', id }, call), standing: await standingOfTarget(actor, { kind: 'need', id }, call), done: url.searchParams.get('done') }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.need.title ?? '', matches)

const steps = { publish: publishNeed, return: returnNeed } as const
const done = { publish: 'published', return: 'returned' } as const

export const action = acting('staff', async ({ actor, values, intent, params, call, context }) => {
  const step = stepOf(steps, intent)
  await steps[step](actor, { ...values, id: params.id }, call)
  return go(context, `/bureau/needs/${params.id}?done=${done[step]}`)
})

export default function ReviewNeed() {
  const { need, labels, contact, can, log, contracts, pairs, standing, done } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const said = `need.done.${done}`
  return (
    <Page current="bureau" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('ui.nav.bureau'), to: '/bureau' }, { label: t('need.review.title'), to: '/bureau/needs' }]}>
      <PageTitle title={need.title} sub={[<StateTag key="state" tone={needTone[need.status]}>{t(`need.state.${need.status}`)}</StateTag>, need.organisation.name, need.number]} />
      {isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4" actions={[{ to: '/bureau/needs', label: t('review.next') }]}>{t(said, { number: need.number })}</Notice>}
      <Sheet
        aside={
          <>
            {can.review && (
              <ActionPanel note={t('need.review.publish.note')}>
                <ErrorSummary errors={summary(back, { reason: t('common.reason') })} />
                {can.publish && (
                  <form method="post">
                    <Button variant="main" name="intent" value="publish">{t('need.review.publish')}</Button>
                  </form>
                )}
                <details className="mt-4" open={back?.intent === 'return'}>
                  <summary>{t('need.review.return')}</summary>
                  <form method="post" noValidate>
                    <TextArea name="reason" label={t('common.reason')} hint={t('need.review.return.hint')} max={300} rows={3} required error={back?.errors.reason} value={typed(back, 'reason', '')} />
                    <Button name="intent" value="return" className="mt-3">{t('need.review.return')}</Button>
                  </form>
                </details>
              </ActionPanel>
            )}
            <NeedFacts need={need} labels={labels} contact={contact} />
          </>
        }
      >
        <NeedText need={need} />
        <TargetPairs pairs={pairs} standing={standing} base="/bureau/matches" add={need.publishedAt ? `/bureau/matches/new?target=${need.number}` : undefined} />
        <LinkedContracts contracts={contracts} base="/bureau/contracts" />
        <NeedLog log={log} />
      </Sheet>
    </Page>
  )
}
