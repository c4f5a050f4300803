import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAudit } from '~/domain/audit/service.server'
import { queryValues } from '~/http/form.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { bureauCrumbs } from '~/routes-parts/accounts/crumbs'
import { AuditEntry } from '~/routes-parts/audit/entry'
import { AuditFilterForm } from '~/routes-parts/audit/filter'
import { withParams } from '~/routes-parts/shared/lists'
import { EmptyState, Keep, PageTitle, Section, useUi } from '~/ui'

export const loader = page('administrator', async ({ actor, call, request, t, url }) => {
  const typed = { from: url.searchParams.get('from') ?? '', to: url.searchParams.get('to') ?? '' }
  return { title: t('audit.title'), typed, ...(await listAudit(actor, queryValues(request.url), call)) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function Audit() {
  const { title, typed, filter, entities, rows, next } = useLoaderData<typeof loader>()
  const { t, search } = useUi()
  const { before, ...conditions } = filter
  const active = Object.values(conditions).some((value) => value !== null)
  const links = [
    ...(before ? [{ to: withParams('/bureau/audit', search, { before: null }), label: t('audit.newest') }] : []),
    ...(next ? [{ to: withParams('/bureau/audit', search, { before: next }), label: t('audit.next') }] : []),
  ]
  return (
    <Page current="bureau" crumbs={bureauCrumbs(t)}>
      <PageTitle title={title} lead={t('audit.lead')} />
      <AuditFilterForm filter={filter} typed={typed} entities={entities} active={active} />
      {rows.length === 0 && <EmptyState title={t('audit.empty')}>{t('audit.empty.next')}</EmptyState>}
      {rows.length > 0 && <Section id="entries" title={t(before ? 'audit.list' : 'audit.list.first', { count: rows.length })} actions={<Keep links={links} />}>
        <ol className="log mt-3" aria-label={title}>
          {rows.map((row) => <AuditEntry key={row.id} row={row} />)}
        </ol>
        {links.length > 0 && <p className="mt-6"><Keep links={links} /></p>}
      </Section>}
    </Page>
  )
}
