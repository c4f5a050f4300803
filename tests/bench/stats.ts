import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { refreshTallies } from '~/domain/contracts/tally.server'
import { db } from '~/domain/kernel/db.server'
import { inTurn, type Options } from './report'
import { get, loadWithoutFailure } from './load'
import { openWorld, type World } from './world'

/** Copies of the sample's contracts with days, amounts and fields of their own, until there are `scale`. */
async function fill(world: World, scale: number): Promise<void> {
  const there = await db().contract.count()
  if (there >= scale) return
  for (let from = there; from < scale; from += 50_000) {
    const count = Math.min(50_000, scale - from)
    await db().$transaction([
      db().$executeRawUnsafe('SET LOCAL session_replication_role = replica'),
      db().$executeRawUnsafe(`
        INSERT INTO "Contract" (id, number, "projectName", type, field, ipr, plan, "totalAmount", "technologyAmount", "paymentMethod", "signedOn", flow, source, "brokerId", state, "registrationNumber", "registeredOn", "reportedAt", "updatedAt")
        SELECT gen_random_uuid(), 'HT-B-' || (${from} + g), s."projectName", s.type, s.field, s.ipr, s.plan, 10000 + (g % 900000), 10000 + (g % 10000), s."paymentMethod", date '2020-01-01' + (g * 7919 % 2500), s.flow, 'outside', s."brokerId", 'registered', 'B' || (${from} + g), date '2020-01-01' + (g * 7919 % 2500), now(), now()
        FROM generate_series(1, ${count}) g JOIN (SELECT *, row_number() OVER (ORDER BY id) AS place FROM "Contract" WHERE sample AND state <> 'draft' LIMIT 5000) s ON s.place = 1 + (g % 5000)`),
      db().$executeRawUnsafe(`
        INSERT INTO "ContractParty" ("contractId", side, name, "creditCode", nature, "regionCode")
        SELECT c.id, side::"PartySide", 'bench', '91500118MB' || lpad((hashtext(c.number || side) & 65535)::text, 8, '0'), 'domestic_enterprise', CASE WHEN hashtext(c.number) % 3 = 0 THEN '500118' ELSE '510107' END
        FROM "Contract" c, unnest(ARRAY['seller', 'buyer']) AS side WHERE c.number LIKE 'HT-B-%' AND NOT EXISTS (SELECT 1 FROM "ContractParty" p WHERE p."contractId" = c.id)`),
    ])
  }
  await db().$executeRawUnsafe('INSERT INTO "ContractTallyStale" (day) SELECT DISTINCT "signedOn" FROM "Contract"')
  await db().$executeRawUnsafe('ANALYZE')
  const begun = performance.now()
  await refreshTallies()
  writeFileSync(join(world.dataDir, 'tallied.json'), JSON.stringify({ seconds: (performance.now() - begun) / 1000 }))
}

/** The tables of the page and what stands beside them, asked of the sums by hand: one statement each. */
async function byHand(): Promise<void> {
  const year = `day BETWEEN '2025-01-01' AND '2025-12-31'`
  const before = `day BETWEEN '2024-01-01' AND '2024-12-31'`
  for (const [dimension, when] of [['type', year], ['type', before], ['field', year], ['field', before], ['all', `day BETWEEN '2024-10-01' AND '2026-12-31'`], ['all', `day BETWEEN '2021-01-01' AND '2025-12-31'`]] as const) {
    await db().$queryRawUnsafe(`SELECT key, sum(count), sum(amount), sum(technology) FROM "ContractTally" WHERE dimension = '${dimension}' AND ${when} AND state IN ('reported', 'under_review', 'correction_requested', 'registered', 'amended') GROUP BY key`)
  }
}

async function pageOf(scale: number, { rounds, seconds }: Pick<Options, 'rounds' | 'seconds'>) {
  const world = await openWorld(`stats-${scale}`)
  try {
    await fill(world, scale)
    const { url, stop } = await world.serve()
    try {
      const p50 = async (path: string) => (await loadWithoutFailure(url, [get(path)], { clients: 1, seconds })).p50
      await p50('/statistics?year=2025')
      return await inTurn(rounds, async () => {
        const begun = performance.now()
        for (let time = 0; time < 20; time++) await byHand()
        return (performance.now() - begun) / 20 + (await p50('/dev/empty'))
      }, () => p50('/statistics?year=2025'))
    } finally {
      await stop()
    }
  } finally {
    await world.close()
  }
}

/** `npm run bench -- stats`: the statistics page over many contracts, against sums asked by hand and an empty page, and against itself at 5,000. */
export async function benchStats({ scale, rounds, seconds, say }: Options): Promise<void> {
  const small = await pageOf(5_000, { rounds, seconds })
  const large = await pageOf(scale, { rounds, seconds })
  say({ area: 'stats', measure: `statistics page, ${scale} contracts, p50 at 1 client`, unit: 'ms', ...large, goal: '≤ 1.5 ×', met: large.ratio <= 1.5 })
  const growth = large.figure / small.figure
  say({ area: 'stats', measure: `the same against 5,000 contracts`, unit: 'ms', floor: small.figure, figure: large.figure, ratio: growth, goal: '≤ 2 ×', met: growth <= 2 })
}
