import { SingleBar, Presets } from 'cli-progress'
import type { PrismaClient } from '../client'
import { refreshTallies } from '../../app/domain/contracts/tally.server'
import { env } from '../../app/env.server'
import { startOfDay } from '../../app/domain/kernel/time'
import { seedAccounts } from './accounts'
import { seedApplications } from './application-rows'
import { seedBase } from './base'
import { seedContracts } from './contract-rows'
import { seedDemand } from './demand-rows'
import { seedImport } from './import-rows'
import { seedLineage } from './lineage-rows'
import { seedMatches } from './match-rows'
import { seedPeople } from './people-rows'
import { seedSearches } from './search-rows'
import { buildSample } from './sample'

/** The morning of the seeding day in Asia/Shanghai: every date of the sample follows from it. */
function seedingTime(): Date {
  const { SEED_DATE } = env()
  return SEED_DATE ? new Date(startOfDay(SEED_DATE).getTime() + 8.5 * 3_600_000) : new Date()
}

/** True once the district has been set up. */
async function isEmpty(client: PrismaClient): Promise<boolean> {
  return (await client.district.count()) === 0
}

/** Sets up the bare district in an empty database and, where wanted, loads the sample into it. Says true when it did. */
export async function seedIfEmpty(client: PrismaClient, options: { sample: boolean }): Promise<boolean> {
  if (!(await isEmpty(client))) return false
  await seedBase(client)
  if (options.sample) await seedSample(client)
  return true
}

/** Loads the sample district, with a progress bar where a person watches. Sends no mail. */
export async function seedSample(client: PrismaClient, now = seedingTime()): Promise<void> {
  const { SAMPLE_PASSWORD, PORTAL_MODE, DATABASE_URL } = env()
  if (PORTAL_MODE === 'production') throw new Error('production takes no sample data')
  if (!SAMPLE_PASSWORD) throw new Error('SAMPLE_PASSWORD is not set: the launcher makes one')
  const bar = new SingleBar({ format: 'sample data [{bar}] {value}/{total} {step}', noTTYOutput: false, clearOnComplete: false }, Presets.shades_classic)
  const sample = buildSample(now)
  const steps: [string, () => Promise<void>][] = [
    ['people and organisations', () => seedPeople(client, sample, now)],
    ['scenarios and needs', () => seedDemand(client, sample, now)],
    ['contracts', () => seedContracts(client, sample)],
    ['applications', () => seedApplications(client, sample, now)],
    ['matches', () => seedMatches(client, sample, now, () => bar.updateETA())],
    ['deals', () => seedLineage(client, DATABASE_URL ?? '', now)],
    ['searches', () => seedSearches(client, now)],
    ['accounts', () => seedAccounts(client, sample, SAMPLE_PASSWORD, now)],
    ['a table of contracts', () => seedImport(client, now)],
    ['statistics', () => refreshTallies()],
  ]
  bar.start(steps.length, 0, { step: '' })
  for (const [step, work] of steps) {
    bar.update({ step })
    await work()
    bar.increment()
  }
  bar.update({ step: 'done' })
  bar.stop()
  await client.district.update({ where: { id: 1 }, data: { sampleData: true } })
}
