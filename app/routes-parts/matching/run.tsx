import type { RunReason } from '~/domain/matching/run-repo.server'
import { DataTable, Link, MeterBar, Note, Time, useFormat, useT } from '~/ui'

type Run = { id: string; reason: RunReason; version: string; startedAt: string; startedBy: string; total: number; done: number; failed: number; endedAt: string | null }

/** How far a run is: a bar, the count, who started it and why; and the link that asks again, as the page does not move by itself. */
export function RunProgress({ run }: { run: Run }) {
  const t = useT()
  const format = useFormat()
  const count = t('match.run.count', { done: format.count(run.done), total: format.count(run.total) })
  return (
    <>
      <div className="mt-3 max-w-measure"><MeterBar share={run.total === 0 ? 1 : run.done / run.total} label={count} /></div>
      <p className="figures mt-2"><b>{count}</b>{run.failed > 0 && `　${t('match.run.failing', { count: format.count(run.failed) })}`}</p>
      <p className="mt-1 text-sm text-ink-soft">{t(`match.run.reason.${run.reason}`, { name: run.startedBy })}　<Time at={new Date(run.startedAt)} />{run.endedAt && <> — <Time at={new Date(run.endedAt)} /></>}</p>
      {run.endedAt === null && <p className="mt-3"><Link to="/bureau/matches/run">{t('match.run.refresh')}</Link></p>}
    </>
  )
}

/** What could not be matched so far, and why; each is tried again by itself. */
export function FailedTargets({ failed }: { failed: { error: string; title: string; path: string }[] }) {
  const t = useT()
  return (
    <>
      <Note className="mt-2">{t('match.run.failed.note')}</Note>
      <ul className="mt-2">
        {failed.map(({ error, title, path }) => (
          <li key={path} className="mt-2">
            <Link to={path}>{title}</Link>
            <p className="text-sm text-ink-soft break-words">{error}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The runs before. */
export function RunTable({ runs }: { runs: Run[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className="mt-3">
      <DataTable
        caption={t('match.run.earlier')}
        hideCaption
        rows={runs}
        rowKey={({ id }) => id}
        columns={[
          { key: 'at', head: t('match.run.at'), cell: ({ startedAt }) => <Time at={new Date(startedAt)} /> },
          { key: 'why', head: t('common.reason'), cell: ({ reason, startedBy }) => t(`match.run.reason.${reason}`, { name: startedBy }) },
          { key: 'done', head: t('match.run.matched'), align: 'right', cell: ({ done, total }) => t('match.run.count', { done: format.count(done), total: format.count(total) }) },
          { key: 'version', head: t('match.report.version'), cell: ({ version }) => version },
        ]}
      />
    </div>
  )
}
