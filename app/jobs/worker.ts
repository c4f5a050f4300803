import { Logger as WorkerLogger, parseCronItems, run, type CronItem, type Runner } from 'graphile-worker'
import { asAnswered } from '#search/client'
import { db } from '~/domain/kernel/db.server'
import { noticeVersion } from '~/domain/matching/run.server'
import { logger } from '~/log.server'
import { catalogue, maxAttempts, type JobName, type JobPayload } from './catalogue'
import { wholeIndex } from './enqueue'
import { assignMatches } from './handlers/assign-matches'
import { checkImport } from './handlers/check-import'
import { checkStatistics } from './handlers/check-statistics'
import { compareSearch } from './handlers/compare-search'
import { giveVectors } from './handlers/give-vectors'
import { indexRecord } from './handlers/index-record'
import { matchCandidates } from './handlers/match-candidates'
import { matchTarget } from './handlers/match-target'
import { recoverSearch } from './handlers/recover-search'
import { renewStatuses } from './handlers/renew-statuses'
import { sendAlerts } from './handlers/send-alerts'
import { sendWeeklyDigests } from './handlers/send-digests'
import { sendMail } from './handlers/send-mail'
import { sumStatistics } from './handlers/sum-statistics'
import { tellWords } from './handlers/tell-words'
import { tidyJobs } from './handlers/tidy-jobs'
import { writeImport } from './handlers/write-import'

export type Handler<Name extends JobName> = (payload: JobPayload<Name>) => Promise<void>

/** Every job has its handler; one that is missing does not compile. */
export const handlers: { [Name in JobName]: Handler<Name> } = {
  'index.record': indexRecord,
  'match.target': matchTarget,
  'match.candidates': matchCandidates,
  'match.assign': assignMatches,
  'mail.send': sendMail,
  'search.recover': recoverSearch,
  'search.drift': compareSearch,
  'search.words': tellWords,
  'search.statuses': () => renewStatuses(),
  'search.vectors': giveVectors,
  'alerts.send': sendAlerts,
  'digest.send': sendWeeklyDigests,
  'import.check': checkImport,
  'import.write': writeImport,
  'statistics.tally': sumStatistics,
  'statistics.check': checkStatistics,
  'jobs.tidy': tidyJobs,
}

function task<Name extends JobName>(name: Name) {
  return async (payload: unknown) => handlers[name](catalogue[name].parse(payload) as JobPayload<Name>).catch((error: unknown) => Promise.reject(asAnswered(error)))
}

const workerLog = new WorkerLogger(() => (level, message) => {
  if (level === 'error' || level === 'warning') logger().warn({ worker: message }, 'job queue')
})

export const taskList = Object.fromEntries((Object.keys(handlers) as JobName[]).map((name) => [name, task(name)]))

const alerts = { maxAttempts: maxAttempts['alerts.send'], backfillPeriod: 24 * 3_600_000 }

/**
 * Work by the clock (UTC: 8:00 in Asia/Shanghai is midnight). What was missed while the portal was down is not made up for, but
 * for alerts of the last day.
 */
export const crontab: (CronItem & { task: JobName })[] = [
  { task: 'jobs.tidy', match: '17 * * * *' },
  { task: 'search.drift', match: '40 18 * * *', options: { maxAttempts: maxAttempts['search.drift'], queueName: wholeIndex } },
  { task: 'search.statuses', match: '* * * * *', options: { maxAttempts: maxAttempts['search.statuses'], queueName: wholeIndex, jobKey: 'search.statuses' } },
  { task: 'statistics.tally', match: '* * * * *', options: { maxAttempts: maxAttempts['statistics.tally'], jobKey: 'statistics.tally' } },
  { task: 'statistics.check', match: '20 19 * * *', options: { maxAttempts: maxAttempts['statistics.check'] } },
  { task: 'match.assign', match: '10 19 * * *', options: { maxAttempts: maxAttempts['match.assign'] } },
  { task: 'alerts.send', match: '0 0 * * *', identifier: 'alerts.daily', payload: { kind: 'daily' }, options: alerts },
  { task: 'alerts.send', match: '0 0 * * 1', identifier: 'alerts.weekly', payload: { kind: 'weekly' }, options: alerts },
  { task: 'digest.send', match: '20 0 * * 1', options: { maxAttempts: maxAttempts['digest.send'], backfillPeriod: 24 * 3_600_000 } },
]

/** Starts working on jobs. Jobs of workers that are gone (a killed process) are set free first; what other weights have matched is asked for again. */
export async function startWorker(databaseUrl: string, concurrency = 4): Promise<Runner> {
  await releaseJobsOfGoneWorkers()
  await noticeVersion(new Date())
  return run({ connectionString: databaseUrl, concurrency, taskList, noHandleSignals: true, pollInterval: 1_000, logger: workerLog, parsedCronItems: parseCronItems(crontab), maxPoolSize: concurrency + 2 })
}

/** A killed process leaves its jobs locked for four hours; with one worker process, every lock at its start is such a one. */
async function releaseJobsOfGoneWorkers(): Promise<void> {
  await db().$executeRaw`
    SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by))
    FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL HAVING count(*) > 0`
}
