import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addEntry, readLists, renameEntry, restoreEntry, retireEntry } from '~/domain/district/lists.server'
import { listKinds } from '~/domain/district/schema'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { titled } from '~/page'
import { scoped } from '~/routes-parts/contracts/values'
import { SettingsPage } from '~/routes-parts/district/frame'
import { EntryList, listErrors } from '~/routes-parts/district/list-forms'
import { returned } from '~/routes-parts/shared/refused'
import { ErrorSummary, useT } from '~/ui'

export const loader = page('administrator', async ({ actor, call, t, url }) => {
  const said = `list.done.${url.searchParams.get('done')}`
  return { title: t('settings.tab.lists'), lists: await readLists(actor, {}, call), done: isMessageKey(said) ? t(said) : null }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const steps = { add: addEntry, rename: renameEntry, retire: retireEntry, restore: restoreEntry } as const

/** The intent names step, list and entry: `rename:area:wanglonghu`. */
export const action = acting('administrator', async ({ actor, values, intent, call, context }) => {
  const [named = '', kind = '', key = ''] = intent.split(':')
  const step = stepOf(steps, named)
  const done = (what: string) => go(context, `/bureau/settings/lists?done=${what}#${kind === 'theme' ? 'theme' : 'area'}`)
  if (step === 'add') {
    await addEntry(actor, { ...scoped(values, intent), kind }, call)
    return done('added')
  }
  if (step === 'retire' || step === 'restore') {
    await (step === 'retire' ? retireEntry : restoreEntry)(actor, { kind, key }, call)
    return done(`${step}d`)
  }
  await renameEntry(actor, { ...scoped(values, `entry:${kind}:${key}`), kind, key }, call)
  return done('renamed')
})

export default function Lists() {
  const { title, lists, done } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <SettingsPage at="lists" title={title} lead={t('settings.lead')} done={back ? null : done}>
      <ErrorSummary errors={listErrors(back, t)} />
      {listKinds.map((kind) => <EntryList key={kind} kind={kind} entries={lists[kind]} back={back} />)}
    </SettingsPage>
  )
}
