import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepContractsApart, listAlike } from '~/domain/contracts/apart.server'
import { mergeContract } from '~/domain/contracts/service.server'
import { queryValues } from '~/http/form.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { AlikeByNumber, AlikeList } from '~/routes-parts/contracts/alike'
import { contractCrumbs } from '~/routes-parts/contracts/crumbs'
import { returned } from '~/routes-parts/shared/refused'
import { Notice, PageTitle, useT } from '~/ui'

export const loader = page('staff', async ({ actor, call, request, t, url }) => {
  const said = `contract.alike.done.${url.searchParams.get('done')}`
  return { title: t('contract.alike.title'), done: isMessageKey(said) ? t(said) : null, ...(await listAlike(actor, queryValues(request.url), call)) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const steps = { merge: mergeContract, apart: keepContractsApart } as const

export const action = acting('staff', async ({ actor, values, intent, call, context }) => {
  const step = stepOf(steps, intent)
  await steps[step](actor, values, call)
  return go(context, `/bureau/contracts/alike?done=${step}`)
})

export default function Alike() {
  const { title, done, ...list } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <Page current="bureau" crumbs={contractCrumbs(t)}>
      <PageTitle title={title} lead={t('contract.alike.lead')} />
      {done && !back && <Notice tone="calm" role="status" className="mt-4">{done}</Notice>}
      <AlikeByNumber back={back} />
      <AlikeList {...list} />
    </Page>
  )
}
