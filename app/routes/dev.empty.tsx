import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '~/domain/kernel/errors'
import { env } from '~/env.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { PageTitle, useT } from '~/ui'

/** A page with the frame and nothing in it: what every page costs before it shows anything. The floor of the benchmarks; not in production. */
export const loader = page('public', async ({ t }) => {
  if (env().PORTAL_MODE === 'production') throw notFound()
  return { title: t('ui.empty') }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function EmptyPage() {
  const { title } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page crumbs={[{ label: t('ui.home'), to: '/' }]}>
      <PageTitle title={title} />
    </Page>
  )
}
