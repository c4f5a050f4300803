import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { labels } from '~/domain/district/service.server'
import { readBroker } from '~/domain/brokers/read.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { Facts, PageTitle, Part, ProseText, Sheet, useT } from '~/ui'

export const loader = page('public', async ({ actor, call, context, params }) => {
  const broker = await readBroker(actor, { id: params.id ?? '' }, call)
  return { broker, fields: Object.fromEntries(await labels('field', context.locale)) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.broker.name ?? '', matches)

export default function Detail() {
  const { broker, fields } = useLoaderData<typeof loader>()
  const t = useT()
  const fieldName = (code: string) => fields[code] ?? code
  return (
    <Page current="achievements" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('directory.brokers'), to: '/brokers' }]}>
      <PageTitle title={broker.name} sub={[t(`grade.${broker.grade}`), broker.number]} />
      <Sheet aside={<Facts items={[{ term: t('directory.grade'), detail: t(`grade.${broker.grade}`) }, { term: t('directory.certificate'), detail: broker.certificateNumber, note: broker.issuer }, { term: t('directory.valid'), detail: broker.validUntil }, { term: t('search.facet.field'), detail: broker.fields.map(fieldName).join('、') }, broker.organisation !== null && { term: t('match.fact.organisation'), detail: broker.organisation.name }]} />}>
        <Part title={t('directory.summary')}><ProseText text={broker.summary} /></Part>
      </Sheet>
    </Page>
  )
}
