import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isSignedIn, isStaff, isVerified } from '~/domain/kernel/actor'
import { askQuestion, readNeed, requestAccess } from '~/domain/needs/service.server'
import { similarTo } from '~/domain/searching/service.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { NeedAct } from '~/routes-parts/needs/act'
import { NeedFacts, NeedLog, NeedText } from '~/routes-parts/needs/detail'
import { NeedDoor, NeedQuestions } from '~/routes-parts/needs/exchange'
import { needTone } from '~/routes-parts/needs/row'
import { Near } from '~/routes-parts/search/near'
import { returned } from '~/routes-parts/shared/refused'
import { Notice, PageTitle, Sheet, StateTag, useFormat, useT } from '~/ui'

export const loader = page('public', async ({ actor, call, params, url, context }) => {
  const read = await readNeed(actor, { id: params.id ?? '' }, call)
  const near = await similarTo({ type: 'need', id: read.need.number, title: read.need.title, keywords: read.need.keywords }, context.now)
  return { ...read, near, done: url.searchParams.get('done'), reader: { signedIn: isSignedIn(actor), verified: isVerified(actor), staff: isStaff(actor) } }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.need.title ?? '', matches)

const steps = { ask: askQuestion, access: requestAccess } as const
const done = { ask: 'asked', access: 'requested' } as const

export const action = acting('signed_in', async ({ actor, values, intent, params, call, context }) => {
  const step = stepOf(steps, intent)
  await steps[step](actor, { ...values, id: params.id }, call)
  return go(context, `/needs/${params.id}?done=${done[step]}`)
})

export default function NeedDetail() {
  const data = useLoaderData<typeof loader>()
  const { need, labels, contact, done, near } = data
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const format = useFormat()
  const said = `need.done.${done}`
  return (
    <Page current="needs" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('need.list.title'), to: '/needs' }, { label: labels.field, to: `/needs?field=${need.field}` }]}>
      <PageTitle
        title={need.title}
        sub={[
          <StateTag key="state" tone={needTone[need.status]}>{t(`need.state.${need.status}`)}</StateTag>,
          need.organisation.verified ? t('need.sub.verified', { name: need.organisation.name }) : need.organisation.name,
          need.number,
          need.publishedAt && t('need.sub.published', { date: format.date(new Date(need.publishedAt)) }),
        ]}
      />
      {isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4">{t(said, { number: need.number })}</Notice>}
      <Sheet aside={<><NeedAct need={need} application={data.application} can={data.can} staff={data.reader.staff} /><NeedFacts need={need} labels={labels} contact={contact} /></>}>
        <NeedText need={need} />
        {need.confidentialSummary && <NeedDoor summary={need.confidentialSummary} number={need.number} access={data.access} can={data.can} signedIn={data.reader.signedIn} back={back} />}
        <NeedQuestions data={data} back={back} />
        <NeedLog log={data.log} />
        <Near hits={near} />
      </Sheet>
    </Page>
  )
}
