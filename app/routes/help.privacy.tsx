import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicRules } from '~/domain/district/public.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { DataTable, Keep, PageTitle, ProseText, Section, useT } from '~/ui'

export const loader = page('public', async ({ context, t }) => ({ title: t('privacy.title'), rules: await publicRules(context.locale) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

const kept = ['account', 'session', 'cookie', 'profile', 'searches', 'asked', 'work', 'audit', 'limit'] as const

export default function Privacy() {
  const { title, rules: { bureau, phone } } = useLoaderData<typeof loader>()
  const t = useT()
  const columns = (['what', 'why', 'long'] as const).map((key) => ({ key, head: t(`privacy.column.${key}`), cell: (name: (typeof kept)[number]) => t(`privacy.${name}.${key}`) }))
  return (
    <Page crumbs={[{ label: t('ui.home'), to: '/' }, { label: t('help.title'), to: '/help' }]}>
      <PageTitle title={title} lead={t('privacy.lead', { bureau })} />
      <Section id="kept" title={t('privacy.kept')}>
        <div className="mt-3"><DataTable caption={t('privacy.kept')} hideCaption rows={[...kept]} rowKey={(name) => name} columns={columns} /></div>
      </Section>
      <Section id="who" title={t('privacy.who')}><div className="mt-2"><ProseText text={t('privacy.who.body')} /></div></Section>
      <Section id="rights" title={t('privacy.rights')}>
        <div className="mt-2"><ProseText text={t('privacy.rights.body', { phone })} /></div>
        <p className="mt-3"><Keep links={[{ to: '/account', label: t('privacy.rights.account') }, { to: '/help', label: t('privacy.rights.help') }]} /></p>
      </Section>
    </Page>
  )
}
