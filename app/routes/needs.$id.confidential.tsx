import { data, type HeadersFunction, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readConfidential } from '~/domain/needs/service.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { Link, Notice, PageTitle, ProseText, useT } from '~/ui'

/** Read by the owner and those whom the owner let in; every reading leaves a record, and no copy is kept on the way. */
export const loader = page('signed_in', async ({ actor, call, params, t }) => {
  const part = await readConfidential(actor, { id: params.id ?? '' }, call)
  return data({ ...part, heading: t('need.confidential.title', { title: part.title }), reader: actor.name }, { headers: { 'Cache-Control': 'no-store' } })
})
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => titled(loaded?.heading ?? '', matches)

export default function Confidential() {
  const { heading, reader, text, number } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page current="needs" crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('need.confidential.back'), to: `/needs/${number}` }]}>
      <PageTitle title={heading} />
      <Notice tone="stop" className="mt-4">{t('need.confidential.notice', { reader })}</Notice>
      <div className="mt-6 max-w-measure">
        <ProseText text={text} />
      </div>
      <p className="mt-6"><Link to={`/needs/${number}`}>{t('need.confidential.back')}</Link></p>
    </Page>
  )
}
