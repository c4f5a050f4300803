import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importFile } from '~/domain/imports/command-line.server'
import { importTemplate } from '~/domain/imports/template.server'
import { columns } from '~/domain/contracts/columns'
import { creditCodeCheckDigit } from '~/domain/organisations/credit-code'
import { system } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { workbookStream } from '~/files/write-workbook'
import { median, type Options } from './report'
import { texts } from './texts'
import { openWorld } from './world'

const contracts = 5_000
const mebibytes = () => process.memoryUsage().rss / 2 ** 20

/** A workbook of contracts that differ, none like another, as the template has them; `round` makes them other ones. */
async function workbook(round: number): Promise<Uint8Array> {
  const { headers, example } = await importTemplate('zh-CN', new Date())
  const written = texts(20 + round)
  const code = (number: number) => { const first = `91500118MA${String(number).padStart(7, '0')}`; return first + creditCodeCheckDigit(first) }
  function* rows() {
    for (let at = 0; at < contracts; at++) {
      const number = round * contracts + at
      const { title } = written.next().value
      const changed: Record<string, string> = { projectName: title, 'seller.creditCode': code(number), 'buyer.creditCode': code(number + 5_000_000), totalAmount: String(100_000 + (number % 900_000)), equipmentAmount: '0', technologyAmount: String(90_000 + (number % 90_000)) }
      yield columns.map(({ path }, column) => changed[path] ?? example[column] ?? '')
    }
  }
  const stream = workbookStream([{ name: '合同', columns: headers.map((head) => ({ head })), rows: rows() }])
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Seconds for PostgreSQL to copy what an import wrote of contracts, parties, steps and audit from files into tables of the same make. */
async function copied(folder: string, since: Date): Promise<number> {
  const tables = { Contract: '"createdAt" >= $1', ContractParty: '"contractId" IN (SELECT id FROM "Contract" WHERE "createdAt" >= $1)', Transition: `entity = 'contract' AND "occurredAt" >= $1`, AuditEntry: `entity = 'contract' AND at >= $1` }
  const file = (table: string) => join(folder, `${table}.csv`)
  for (const [table, which] of Object.entries(tables)) {
    const rows = await db().$queryRawUnsafe<{ line: string }[]>(`SELECT row_to_json(t)::text AS line FROM (SELECT * FROM "${table}" WHERE ${which}) t`, since)
    await db().$executeRawUnsafe(`CREATE TABLE IF NOT EXISTS "bench${table}" (LIKE "${table}" INCLUDING ALL)`)
    await db().$executeRawUnsafe(`INSERT INTO "bench${table}" SELECT r.* FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb) r`, `[${rows.map(({ line }) => line).join(',')}]`)
    writeFileSync(file(table), '')
    chmodSync(file(table), 0o666)
    await db().$executeRawUnsafe(`COPY "bench${table}" TO '${file(table)}'`)
    await db().$executeRawUnsafe(`TRUNCATE "bench${table}"`)
  }
  const begun = performance.now()
  await db().$transaction(Object.keys(tables).map((table) => db().$executeRawUnsafe(`COPY "bench${table}" FROM '${file(table)}'`)))
  const seconds = (performance.now() - begun) / 1000
  for (const table of Object.keys(tables)) await db().$executeRawUnsafe(`DROP TABLE "bench${table}"`)
  return seconds
}

/** `npm run bench -- import`: 5,000 contracts from a workbook into the register, checked and audited, against a copy of the same rows. */
export async function benchImport({ rounds, say }: Options): Promise<void> {
  const world = await openWorld('import')
  const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'))
  chmodSync(folder, 0o777)
  try {
    // An earlier run has left its contracts: these are others.
    const begin = Math.ceil((await db().contract.count({ where: { importKey: { not: null } } })) / contracts)
    const [floors, figures, peaks]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < rounds; round++) {
      const bytes = await workbook(begin + round)
      const now = new Date()
      const idle = mebibytes()
      let peak = idle
      const watch = setInterval(() => (peak = Math.max(peak, mebibytes())), 50)
      const begun = performance.now()
      const { written, problems } = await importFile(system, { name: 'bench.xlsx', bytes, dry: false, skipBad: false, onProgress: () => {} }, { now })
      figures.push((performance.now() - begun) / 1000)
      clearInterval(watch)
      peaks.push(peak - idle)
      if (written !== contracts) throw new Error(`${written} of ${contracts} contracts were written: ${JSON.stringify(problems.slice(0, 3))}`)
      floors.push(await copied(folder, now))
    }
    const ratio = median(figures.map((figure, round) => figure / (floors[round] ?? 1)))
    const more = Math.max(...peaks)
    say({ area: 'import', measure: `${contracts} contracts from a workbook, checked, written, audited, against COPY`, unit: 's', floor: median(floors), figure: median(figures), ratio, goal: '≤ 30 ×', met: ratio <= 30 })
    say({ area: 'import', measure: 'memory above idle at its most', unit: 'MiB', floor: null, figure: more, ratio: null, goal: '≤ 300 MB', met: more <= 300 / 1.048576 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await world.close()
  }
}
