import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '~/domain/kernel/errors'
import { env } from '~/env.server'
import { page } from '~/http/guard.server'
import { preferencesOf } from '~/http/preferences.server'
import { Catalogue, isCataloguePage } from '~/ui/catalogue'

/** The design system in every state; not in production. */
export const loader = page('public', async ({ url, request }) => {
  if (env().PORTAL_MODE === 'production') throw notFound()
  const wanted = url.searchParams.get('page')
  return { page: isCataloguePage(wanted) ? wanted : undefined, preferences: await preferencesOf(request) }
})
export const meta: MetaFunction = () => [{ title: 'UI' }]

export default function DevUi() {
  const { page, preferences } = useLoaderData<typeof loader>()
  return <Catalogue page={page} preferences={preferences} />
}
