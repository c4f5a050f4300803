import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { endpoints } from '~/api/endpoints'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { DataTable, PageTitle, useT } from '~/ui'

export const loader = page('public', async ({ t }) => ({ title: t('api.title'), rows: endpoints.map(({ method, path, summary }) => ({ method: method.toUpperCase(), path: `/api/v1${path}`, summary })) }))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function ApiDocs() {
  const { title, rows } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page crumbs={[{ label: t('ui.home'), to: '/' }, { label: title }]}>
      <PageTitle title={title} lead={t('api.lead')} />
      <p className="mt-4">
        <a href="/api/openapi.json">{t('api.document')}</a>
      </p>
      <div className="mt-6">
        <DataTable
          caption={t('api.operations')}
          rows={rows}
          rowKey={(row) => `${row.method} ${row.path}`}
          columns={[
            { key: 'path', head: t('api.path'), cell: (row) => <code>{row.method} {row.path}</code> },
            { key: 'summary', head: t('api.summary'), cell: (row) => row.summary },
          ]}
        />
      </div>
    </Page>
  )
}
