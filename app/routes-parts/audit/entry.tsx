import { Link, Time, useT } from '~/ui'
import { detailLines } from './detail'
import { entityWord, fieldWord, operationWord, valueWord } from './words'

export type AuditRow = { id: string; at: string; actorName: string; actorId: string | null; operation: string; entity: string; entityId: string; detail: string; requestId: string | null }

/** Pages of the bureau that show a record by its id. */
const pages: Record<string, (id: string) => string> = {
  account: (id) => `/bureau/accounts/${id}`,
  organisation: (id) => `/bureau/organisations/${id}`,
  district: () => '/bureau/settings',
  area: () => '/bureau/settings/lists#area',
  theme: () => '/bureau/settings/lists#theme',
  calendar: () => '/bureau/settings/calendar',
  target: () => '/bureau/targets',
  search_words: () => '/bureau/settings/words',
  job: () => '/bureau/jobs',
  search: () => '/bureau/jobs',
}

/** A number as it is; of a long id its first eight characters, which tell one record from another on a page. */
const shortId = (id: string) => (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? id.slice(0, 8) : id)

/** One entry: when, who, what, on which record, and what it kept of the change. */
export function AuditEntry({ row }: { row: AuditRow }) {
  const t = useT()
  const { entity, entityId } = row
  const record = pages[entity]?.(entityId)
  const who = row.actorName === 'system' ? t('audit.system') : row.actorName || t('audit.visitor')
  return (
    <li>
      <Time at={new Date(row.at)} />
      <div className="min-w-0">
        <b>{operationWord(t, row.operation)}</b>　{row.actorId ? <Link to={`/bureau/accounts/${row.actorId}`}>{who}</Link> : who}
        <p className="text-sm text-ink-soft">
          {record ? <Link to={record}>{entityWord(t, entity)}</Link> : entityWord(t, entity)} <Link to={`/bureau/audit?${new URLSearchParams({ entity, entityId }).toString()}`}><span className="sr-only">{t('audit.of_record')} </span>{shortId(entityId)}</Link>{operationWord(t, row.operation) !== row.operation && <span className="sr-only">　{row.operation}</span>}
        </p>
        <AuditDetail row={row} />
        {row.requestId && <p className="text-sm text-ink-soft">{t('audit.request', { requestId: row.requestId })}</p>}
      </div>
    </li>
  )
}

function AuditDetail({ row: { entity, detail } }: { row: AuditRow }) {
  const t = useT()
  const lines = detailLines(detail)
  if (lines.length === 0) return null
  return (
    <ul>
      {lines.map(({ name, from, to }) => (
        <li key={name}>
          {fieldWord(t, entity, name)}：{from !== null && <><del>{valueWord(t, name, from)}<span className="sr-only">{t('ui.log.removed')}</span></del> → </>}
          {from === null ? valueWord(t, name, to) : <ins>{valueWord(t, name, to)}<span className="sr-only">{t('ui.log.added')}</span></ins>}
        </li>
      ))}
    </ul>
  )
}
