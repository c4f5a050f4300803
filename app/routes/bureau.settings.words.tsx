import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addLine, listWords, removeLine, restoreLine } from '~/domain/search-words/service.server'
import { queryValues } from '~/http/form.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { titled } from '~/page'
import { SettingsPage } from '~/routes-parts/district/frame'
import { returned } from '~/routes-parts/shared/refused'
import { AddLine, WordLines } from '~/routes-parts/words/lines'
import { useT } from '~/ui'

export const loader = page('administrator', async ({ actor, call, request, t, url }) => {
  const said = `words.done.${url.searchParams.get('done')}`
  return { title: t('words.title'), q: url.searchParams.get('q') ?? '', ...(await listWords(actor, queryValues(request.url), call)), done: isMessageKey(said) ? t(said) : null }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const steps = { add: addLine, remove: removeLine, restore: restoreLine } as const
const done = { add: 'added', remove: 'removed', restore: 'restored' } as const

export const action = acting('administrator', async ({ actor, values, intent, call, context, url }) => {
  const step = stepOf(steps, intent)
  await steps[step](actor, values, call)
  const params = new URLSearchParams({ done: done[step] })
  const q = url.searchParams.get('q')
  if (q && step !== 'add') params.set('q', q)
  return go(context, `/bureau/settings/words?${params.toString()}`)
})

export default function SearchWords() {
  const { title, q, lines, total, done } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <SettingsPage at="words" title={title} lead={t('words.lead')} done={back ? null : done}>
      <AddLine back={back} />
      <WordLines q={q} lines={lines} total={total} />
    </SettingsPage>
  )
}
