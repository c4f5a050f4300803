import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOwnAchievements } from '~/domain/achievements/read.server'
import { achievementStates } from '~/domain/achievements/schema'
import { labels } from '~/domain/district/service.server'
import { queryValues } from '~/http/form.server'
import { page } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { OwnAchievementRow } from '~/routes-parts/achievements/row'
import { withParams } from '~/routes-parts/shared/lists'
import { Button, EmptyState, Notice, PageTitle, Pagination, ResultList, Tabs, useT, useUi } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, context, request, t, url }) => {
  const list = await listOwnAchievements(actor, queryValues(request.url), call)
  return { ...list, title: t('achievement.own.title'), fields: Object.fromEntries(await labels('field', context.locale)), done: url.searchParams.get('done'), number: url.searchParams.get('number') ?? '' }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const path = '/workspace/achievements'

export default function OwnAchievements() {
  const { title, rows, counts, total, page: at, pageSize, state, mayCreate, fields, done, number } = useLoaderData<typeof loader>()
  const t = useT()
  const { search } = useUi()
  const said = `achievement.done.${done}`
  const begin = mayCreate && <Button variant="main" to={`${path}/new`}>{t('achievement.own.new')}</Button>
  const tabs = [{ to: path, label: `${t('common.all')} ${counts.draft + counts.published}`, current: state === null }, ...achievementStates.map((value) => ({ to: `${path}?state=${value}`, label: `${t(`achievement.state.${value}`)} ${counts[value]}`, current: state === value }))]
  return (
    <Page crumbs={workspaceCrumbs(t)}>
      <PageTitle title={title}>{begin && <p className="mt-4">{begin}</p>}</PageTitle>
      {isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4">{t(said, { number })}</Notice>}
      {counts.draft + counts.published > 0 && <Tabs small label={t('achievement.own.states')} items={tabs} />}
      {rows.length === 0 ? (
        <EmptyState title={t(state ? 'achievement.own.empty.state' : 'achievement.own.empty')} actions={!mayCreate && <Button to="/workspace/profile">{t('person.own.create')}</Button>}>{!state && t(mayCreate ? 'achievement.own.empty.next' : 'achievement.own.no_one')}</EmptyState>
      ) : (
        <ResultList label={title}>
          {rows.map((row) => <OwnAchievementRow key={row.id} row={row} fields={fields} />)}
        </ResultList>
      )}
      <Pagination page={at} pages={Math.ceil(total / pageSize)} total={total} from={(at - 1) * pageSize + 1} to={Math.min(at * pageSize, total)} hrefFor={(n) => withParams(path, search, { page: n === 1 ? null : String(n), done: null, number: null })} />
    </Page>
  )
}
