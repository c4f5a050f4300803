import { z } from 'zod'

const id = z.uuid()

/** Every job: its name and the ids that it carries. A handler reads the rows again when it runs, and can run twice without harm. */
export const catalogue = {
  'index.record': z.object({ kind: z.enum(['scenario', 'need', 'achievement', 'expert', 'institute', 'broker']), id }),
  'match.target': z.object({ kind: z.enum(['need', 'scenario']), id }),
  'match.candidates': z.object({}),
  'match.assign': z.object({}),
  'mail.send': z.object({ mailId: id }),
  'search.recover': z.object({}),
  'search.drift': z.object({}),
  'search.words': z.object({}),
  'search.statuses': z.object({}),
  'search.vectors': z.object({}),
  'alerts.send': z.object({ kind: z.enum(['immediately', 'daily', 'weekly']) }),
  'digest.send': z.object({}),
  'import.check': z.object({ batchId: id }),
  'import.write': z.object({ batchId: id }),
  'statistics.tally': z.object({}),
  'statistics.check': z.object({}),
  'jobs.tidy': z.object({}),
} as const

export type JobName = keyof typeof catalogue
export type JobPayload<Name extends JobName> = z.output<(typeof catalogue)[Name]>
export const jobNames = Object.keys(catalogue) as JobName[]

/** How often a job is tried. Retries back off exponentially; mail goes on for about a day, alerts until search is back. */
export const maxAttempts: Record<JobName, number> = { 'index.record': 25, 'match.target': 15, 'match.candidates': 15, 'match.assign': 5, 'mail.send': 20, 'search.recover': 25, 'search.drift': 10, 'search.words': 25, 'search.statuses': 3, 'search.vectors': 25, 'alerts.send': 25, 'digest.send': 10, 'import.check': 5, 'import.write': 5, 'statistics.tally': 3, 'statistics.check': 5, 'jobs.tidy': 3 }
