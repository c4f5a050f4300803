import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { needForm, submitNeed } from '~/domain/needs/service.server'
import { action as acting, go, page } from '~/http/guard.server'
import type { MessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { NeedFacts, NeedText } from '~/routes-parts/needs/detail'
import { returned, summary } from '~/routes-parts/shared/refused'
import { Button, ErrorSummary, Note, Notice, PageTitle, Part, Sheet, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, params, t }) => ({ title: t('need.check.title'), ...(await needForm(actor, { id: params.id ?? '' }, call)) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('signed_in', async ({ actor, params, call, context }) => {
  await submitNeed(actor, { id: params.id }, call)
  return go(context, `/workspace/needs/${params.id}?done=submitted`)
})

const fields = ['problem', 'indicators', 'goal', 'keywords', 'field', 'startsOn', 'endsOn', 'fundingMin', 'fundingMax', 'modes', 'criteria', 'deadline', 'contactName', 'contactPhone'] as const

export default function CheckNeed() {
  const { title, need, labels, contact, confidential, verified } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const names = Object.fromEntries(fields.map((name) => [name, t(`need.field.${name}` as MessageKey)]))
  return (
    <Page current="needs" crumbs={workspaceCrumbs(t, { label: t('need.own.title'), to: '/workspace/needs' }, { label: need.title, to: `/workspace/needs/${need.number}` })}>
      <PageTitle title={title} lead={need.title} />
      <ErrorSummary formAt={`/workspace/needs/${need.number}/edit`} errors={summary(back, names)} title={back && Object.keys(back.errors).length > 0 ? t('need.check.missing', { n: Object.keys(back.errors).length }) : undefined} />
      {!verified && <Notice className="mt-4">{t('need.unverified')}</Notice>}
      <Sheet aside={<NeedFacts need={need} labels={labels} contact={contact} />}>
        <NeedText need={need} />
        <Part title={t('need.part.confidential')}>
          <p>{confidential ? t('need.check.confidential', { n: confidential.text.length }) : t('need.check.empty')}</p>
        </Part>
        <form method="post" className="mt-8 flex flex-wrap gap-3">
          <Button variant="main" name="intent" value="submit">{t('need.check.submit')}</Button>
          <Button to={`/workspace/needs/${need.number}/edit`}>{t('need.desk.edit')}</Button>
          <Note>{t('need.check.note')}</Note>
        </form>
      </Sheet>
    </Page>
  )
}
