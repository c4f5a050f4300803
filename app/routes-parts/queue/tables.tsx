import { isMessageKey } from '~/i18n'
import { Button, DataTable, EmptyState, HiddenField, Note, Time, useFormat, useT } from '~/ui'

type QueueRow = { name: string; waiting: number; running: number; retrying: number; failed: number }
type FailedJob = { id: string; name: string; payload: string; error: string; attempts: number; maxAttempts: number; runAt: string; since: string }
type IndexState = { name: string; indexedAt: string; comparedAt: string | null; differed: number | null }

/** What a job does, in words; its name where it has none. */
function useJobWord(): (name: string) => string {
  const t = useT()
  return (name) => {
    const key = `queue.job.${name}`
    return isMessageKey(key) ? t(key) : name
  }
}

export function QueueTable({ rows }: { rows: QueueRow[] }) {
  const t = useT()
  const format = useFormat()
  const word = useJobWord()
  if (rows.length === 0) return <EmptyState title={t('queue.empty')}>{t('queue.empty.next')}</EmptyState>
  const count = (key: 'waiting' | 'running' | 'retrying' | 'failed') => ({ key, head: t(key === 'failed' ? 'queue.gave_up' : `queue.${key}`), align: 'right' as const, cell: (row: QueueRow) => format.count(row[key]) })
  return <DataTable caption={t('queue.counts')} hideCaption columns={[{ key: 'name', head: t('queue.job'), cell: ({ name }) => word(name) }, count('waiting'), count('running'), count('retrying'), count('failed')]} rows={rows} rowKey={({ name }) => name} />
}

/** What failed, why, and when it is tried again; each can be tried at once. */
export function FailedJobs({ jobs }: { jobs: FailedJob[] }) {
  const t = useT()
  const word = useJobWord()
  if (jobs.length === 0) return <Note>{t('queue.failed.none')}</Note>
  return (
    <ol className="log mt-3" aria-label={t('queue.failed')}>
      {jobs.map((job) => (
        <li key={job.id}>
          <Time at={new Date(job.since)} />
          <div className="min-w-0">
            <b>{word(job.name)}</b>　{t('queue.tries', { attempts: job.attempts, most: job.maxAttempts })}
            <p className="text-sm text-ink-soft break-words">{job.error.slice(0, 400)}</p>
            <p className="text-sm text-ink-soft break-all">{job.payload}</p>
            <p className="text-sm">{job.attempts < job.maxAttempts ? <>{t('queue.again_at')} <Time at={new Date(job.runAt)} /></> : t('queue.given_up')}</p>
            <form method="post">
              <HiddenField name="id" value={job.id} />
              <Button className="mt-2" name="intent" value="retry">{t('queue.retry')}<span className="sr-only">　{word(job.name)} {job.id}</span></Button>
            </form>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** When the search index was filled and last compared with the records, and what the comparison found. */
export function IndexStates({ indexes }: { indexes: IndexState[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      {indexes.map(({ name, indexedAt, comparedAt, differed }) => (
        <p key={name} className="mt-3 max-w-measure">
          {t('queue.index.filled')} <Time at={new Date(indexedAt)} />。{comparedAt === null ? t('queue.index.never_compared') : <>{t('queue.index.compared')} <Time at={new Date(comparedAt)} />，{differed ? t('queue.index.differed', { count: format.count(differed) }) : t('queue.index.agreed')}</>}
        </p>
      ))}
      <form method="post">
        <Button className="mt-4" name="intent" value="compare">{t('queue.index.compare')}</Button>
      </form>
    </>
  )
}

/** When the sums that the statistics add up were last compared with the contracts, and what was found. */
export function SumsState({ sums }: { sums: { checkedAt: string; days: number; differing: number } | null }) {
  const t = useT()
  const format = useFormat()
  if (!sums) return <Note>{t('queue.sums.never')}</Note>
  return <p className="mt-3 max-w-measure">{t('queue.index.compared')} <Time at={new Date(sums.checkedAt)} />，{sums.differing > 0 ? t('queue.sums.differed', { days: format.count(sums.days), count: format.count(sums.differing) }) : t('queue.sums.agreed', { days: format.count(sums.days) })}</p>
}
