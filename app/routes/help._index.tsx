import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicRules } from '~/domain/district/public.server'
import { targets } from '~/domain/statistics/targets.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { MeasuresHelp } from '~/routes-parts/help/measures'
import { FirstSteps, lastSections, PlainText, plainSections, SearchHelp, type PlainSection } from '~/routes-parts/help/sections'
import { Link, PageTitle, Part, Tabs, useFormat, useT } from '~/ui'

export const loader = page('public', async ({ actor, call, context, t }) => ({ title: t('help.title'), rules: await publicRules(context.locale), standings: await targets(actor, {}, call) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const [first, last] = [Object.keys(plainSections) as PlainSection[], Object.keys(lastSections) as PlainSection[]]
const ids = ['roles', ...first, 'measures', 'search', ...last.slice(0, -1), 'privacy', 'contact'] as const

export default function Help() {
  const { title, rules, standings } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const { phone, bureau, reviewDays, secondReviewDays, questionsCloseDays, answersDueDays } = rules
  const params = { desk: t('ui.nav.bureau'), phone, bureau, reviewDays, secondReviewDays, questionsCloseDays, answersDueDays, secondReviewFrom: format.amount(rules.secondReviewFrom) }
  const plain = (name: PlainSection) => <Part key={name} id={name} title={t(`help.${name}.title`)}><PlainText name={name} params={params} /></Part>
  return (
    <Page crumbs={[{ label: t('ui.home'), to: '/' }]}>
      <PageTitle title={title} lead={t('help.lead', { phone })} />
      <Tabs small label={t('help.contents')} items={ids.map((id) => ({ to: `#${id}`, label: t(`help.${id}.title`) }))} />
      <Part id="roles" title={t('help.roles.title')}><FirstSteps params={params} /></Part>
      {first.map(plain)}
      <Part id="measures" title={t('help.measures.title')}><MeasuresHelp rules={rules} standings={standings} /></Part>
      <Part id="search" title={t('help.search.title')}><SearchHelp /></Part>
      {last.slice(0, -1).map(plain)}
      <Part id="privacy" title={t('help.privacy.title')}>
        <p>{t('help.privacy.short')} <Link to="/help/privacy">{t('help.privacy.link')}</Link></p>
      </Part>
      {last.slice(-1).map(plain)}
    </Page>
  )
}
