import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addCalendarDays, readCalendar, removeCalendarDay } from '~/domain/district/calendar.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { titled } from '~/page'
import { AddDays, CalendarDays } from '~/routes-parts/district/calendar'
import { SettingsPage } from '~/routes-parts/district/frame'
import { returned } from '~/routes-parts/shared/refused'
import { useT } from '~/ui'

export const loader = page('administrator', async ({ actor, call, t, url }) => {
  const said = `calendar.done.${url.searchParams.get('done')}`
  return { title: t('calendar.title'), days: await readCalendar(actor, {}, call), done: isMessageKey(said) ? t(said) : null }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const steps = { add: addCalendarDays, remove: removeCalendarDay } as const
const done = { add: 'added', remove: 'removed' } as const

export const action = acting('administrator', async ({ actor, values, intent, call, context }) => {
  const step = stepOf(steps, intent)
  await steps[step](actor, values, call)
  return go(context, `/bureau/settings/calendar?done=${done[step]}`)
})

export default function Calendar() {
  const { title, days, done } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  return (
    <SettingsPage at="calendar" title={title} lead={t('calendar.lead')} done={back ? null : done}>
      <AddDays back={back} />
      <CalendarDays days={days} />
    </SettingsPage>
  )
}
