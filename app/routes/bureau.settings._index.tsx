import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeSettings, readSettings } from '~/domain/district/settings.server'
import { action as acting, go, page } from '~/http/guard.server'
import { titled } from '~/page'
import { SettingsPage } from '~/routes-parts/district/frame'
import { SettingsForm } from '~/routes-parts/district/settings-form'
import { returned } from '~/routes-parts/shared/refused'
import { useT } from '~/ui'

export const loader = page('administrator', async ({ actor, call, t, url }) => {
  const changed = /^\d{1,3}$/.exec(url.searchParams.get('changed') ?? '')?.[0]
  const done = changed === undefined ? null : changed === '0' ? t('settings.done.none') : t('settings.done', { count: changed })
  return { title: t('settings.title'), settings: await readSettings(actor, {}, call), done }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export const action = acting('administrator', async ({ actor, values, call, context }) => {
  const { changed } = await changeSettings(actor, values, call)
  return go(context, `/bureau/settings?changed=${changed}`)
})

export default function SettingsOfDistrict() {
  const { title, settings, done } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <SettingsPage at="settings" title={title} lead={t('settings.lead')} done={back ? null : done}>
      <SettingsForm settings={settings} back={back} />
    </SettingsPage>
  )
}
