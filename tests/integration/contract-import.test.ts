import { describe, expect, it } from 'vitest'
import { exportContracts } from '~/domain/contracts/export.server'
import { amendContract, reportContract, createContract } from '~/domain/contracts/service.server'
import { importFile } from '~/domain/imports/command-line.server'
import { readImport, readOrigin } from '~/domain/imports/read.server'
import { mapImport, mendImport, receiveImport, startImport, undoImport } from '~/domain/imports/service.server'
import { importTemplate } from '~/domain/imports/template.server'
import { system, type Actor } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { DomainError } from '~/domain/kernel/errors'
import { readTable } from '~/files/table'
import { csvStream } from '~/files/write-csv'
import { workbookStream } from '~/files/write-workbook'
import { csvOf, goodContracts, importDay, templateRows } from '#tests/support/contract-table'
import { useDatabase } from '#tests/support/database'
import { drain } from '#tests/support/drain'
import { creditCode, make } from '#tests/support/factories'
import { contractSides } from '#tests/support/factories-contracts'
import { publishedNeed } from '#tests/support/factories-needs'
import { publishedScenario } from '#tests/support/factories-scenarios'

useDatabase()

const call = { now: importDay }
const refusal = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => (error instanceof DomainError ? (error.errors[0]?.message.key ?? error.said.key) : error))

async function received(actor: Actor, changes: Record<string, string>[], name = '合同.csv') {
  const { id } = await receiveImport(actor, { name, bytes: csvOf(await templateRows(changes)) }, call)
  await drain()
  return { id, read: (show: 'bad' | 'twins' | 'all' | null = null) => readImport(actor, { id, show }, call) }
}

async function written(actor: Actor, changes: Record<string, string>[], name?: string) {
  const batch = await received(actor, changes, name)
  await startImport(actor, { id: batch.id }, call)
  await drain()
  return batch
}

const rowsOf = (batchId: string) => db().importRow.findMany({ where: { batchId }, orderBy: { line: 'asc' } })

describe('a table of contracts', () => {
  it('as the template has it is read as a workbook and as text, checked, and written with numbers, parties, steps and audit', async () => {
    const { actor } = await make.reviewer()
    const { headers, example } = await importTemplate('zh-CN', importDay)
    const stream = workbookStream([{ name: '模板', columns: headers.map((head) => ({ head })), rows: [example] }])
    const { id } = await receiveImport(actor, { name: '模板.xlsx', bytes: new Uint8Array(await new Response(stream).arrayBuffer()) }, call)
    await drain()
    expect(await readImport(actor, { id }, call)).toMatchObject({ batch: { state: 'checked', total: 1 }, counts: { good: 1 }, missing: [] })
    await startImport(actor, { id }, call)
    await drain()
    const [row] = await rowsOf(id)
    const contract = await db().contract.findUniqueOrThrow({ where: { id: row?.contractId ?? '' }, include: { parties: true } })
    expect(contract).toMatchObject({ state: 'reported', number: 'HT-2026-0001', type: 'development', subtype: 'commissioned', flow: 'local', createdById: null, source: 'outside' })
    expect(contract.technologyAmount?.toFixed(2)).toBe('330000.00')
    expect(contract.reviewDueOn).not.toBeNull()
    expect(await readOrigin(actor, { id: contract.id }, call)).toEqual({ id, fileName: '模板.xlsx', line: 2 })
    expect(contract.parties).toHaveLength(2)
    expect(await db().transition.findMany({ where: { entityId: contract.id }, select: { toState: true, reason: true, actorId: true } })).toEqual([{ toState: 'reported', reason: '模板.xlsx:2', actorId: actor.accountId }])
    expect(await db().auditEntry.count({ where: { entityId: contract.id, operation: 'contract.import', actorId: actor.accountId } })).toBe(1)
  })

  it('twice changes nothing, in whatever order its rows stand and however its days and amounts are written', async () => {
    const { actor } = await make.reviewer()
    const rows: Record<string, string>[] = goodContracts(6).map((row, at) => ({ ...row, registrationNumber: at < 3 ? `2026500118${String(at).padStart(6, '0')}` : '', registeredOn: at < 3 ? '2026-03-01' : '' }))
    await written(actor, rows)
    const before = await db().contract.findMany({ orderBy: { id: 'asc' } })
    const again = await received(actor, [...rows].reverse().map((row) => ({ ...row, totalAmount: `${Number(row.totalAmount).toLocaleString('en-US')}.00`, signedOn: '2026/2/14' })), '又一次.csv')
    expect((await again.read()).counts).toEqual({ known: 6 })
    expect(await refusal(startImport(actor, { id: again.id }, call))).toBe('import.nothing_to_write')
    expect(await db().contract.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
    expect(before.filter(({ state }) => state === 'registered')).toHaveLength(3)
  })

  it('names every problem at its cell, is mended in place, and is not written while a row is bad', async () => {
    const { actor } = await make.reviewer()
    const [good, amount, day, party, region, twin] = goodContracts(6)
    const batch = await received(actor, [
      good!, { ...amount!, totalAmount: '1,000.5元', technologyAmount: '-1' }, { ...day!, signedOn: '2026/2/30', kind: '开发' }, { ...party!, 'buyer.creditCode': '91500118MA5U0A0A00' }, { ...region!, 'buyer.regionCode': '通州' }, { ...twin!, ...good! },
    ], '有错.csv')
    const { rows, counts } = await batch.read()
    expect(counts).toEqual({ good: 1, bad: 5 })
    expect(rows.map(({ line, problems }) => [line, ...problems.map(({ path, letter, typed }) => `${path} ${letter ?? ''} ${typed}`.trim())])).toEqual([
      [3, 'totalAmount X 1,000.5元', 'technologyAmount AA -1'], [4, 'kind B 开发', 'signedOn AD 2026/2/30'], [5, 'buyer.creditCode P 91500118MA5U0A0A00'], [6, 'buyer.regionCode R 通州'], [7, ''],
    ])
    expect(rows.flatMap(({ problems }) => problems.map(({ said }) => said)).every((said) => said.length > 6)).toBe(true)
    expect(await refusal(startImport(actor, { id: batch.id }, call))).toBe('import.still_bad')
    expect(await db().contract.count({ where: { projectName: good!.projectName } })).toBe(1)

    const at = (path: string, row: number) => `c${rows[row]!.problems.find((one) => one.path === path)!.at}`
    await mendImport(actor, { id: batch.id, rows: { r3: { [at('totalAmount', 0)]: '1000.5', [at('technologyAmount', 0)]: '1000' }, r4: { [at('kind', 1)]: '技术服务', [at('signedOn', 1)]: '2026-02-28' }, r6: { [at('buyer.regionCode', 3)]: '500118' } }, leaveOut: ['7'] }, call)
    expect((await batch.read()).counts).toEqual({ good: 4, bad: 1, left_out: 1 })
    await startImport(actor, { id: batch.id, withoutBad: 'on' }, call)
    await drain()
    expect((await batch.read('all')).counts).toEqual({ written: 4, bad: 1, left_out: 1 })
  })

  it('with foreign headers is assigned once and known the next time; amounts in 万元 become 元', async () => {
    const { actor } = await make.reviewer()
    const foreign = (rows: string[][]) => rows.map((row, line) => row.map((cell, at) => (line > 0 ? (rows[0]![at]!.startsWith('合同成交额') || rows[0]![at]!.startsWith('技术交易额') ? String(Number(cell) / 10_000) : cell) : cell.startsWith('项目名称') ? '标的' : cell.replace('（元）', '（万元）'))))
    const take = async (name: string) => {
      const { id } = await receiveImport(actor, { name, bytes: csvOf(foreign(await templateRows(goodContracts(1)))) }, call)
      await drain()
      return id
    }
    const id = await take('园区.csv')
    const first = await readImport(actor, { id }, call)
    expect(first.missing).toEqual(['项目名称'])
    expect(first.counts).toEqual({ bad: 1 })
    await mapImport(actor, { id, columns: first.mapping.map(({ header, path }) => (header === '标的' ? 'projectName' : path)) }, call)
    await drain()
    expect(await readImport(actor, { id }, call)).toMatchObject({ missing: [], counts: { good: 1 } })
    expect(await refusal(mapImport(actor, { id, columns: first.mapping.map(() => 'projectName') }, call))).toBe('import.column_twice')
    const next = await readImport(actor, { id: await take('园区第二份.csv') }, call)
    expect(next).toMatchObject({ missing: [], counts: { good: 1 } })
    await startImport(actor, { id: next.batch.id }, call)
    await drain()
    const [row] = await rowsOf(next.batch.id)
    expect((await db().contract.findUniqueOrThrow({ where: { id: row?.contractId ?? '' } })).totalAmount?.toFixed(2)).toBe('100000.00')
  })

  it('shows what may be there twice, in the register and in the file itself', async () => {
    const { actor } = await make.reviewer()
    const [one] = goodContracts(1)
    await written(actor, [one!])
    const batch = await received(actor, [{ ...one!, projectName: `${one!.projectName}（补充）` }, { ...one!, projectName: '另一个题目', signedOn: '2026-02-20' }])
    const { rows, twins } = await batch.read('twins')
    expect(twins).toBe(2)
    expect(rows.map(({ notes }) => notes.map(({ why, number, line }) => `${why} ${number === null ? `line ${line}` : 'register'}`).sort())).toEqual([['amount register'], ['amount line 2', 'amount register']])
  })

  it('as a whole is refused for what it is', async () => {
    const { actor } = await make.reviewer()
    const send = (name: string, rows: string[][]) => refusal(receiveImport(actor, { name, bytes: csvOf(rows) }, call))
    expect(await send('a.csv', [['甲', '乙'], ['1', '2']])).toBe('import.no_header')
    const [headers = []] = await templateRows([])
    expect(await send('a.csv', [headers])).toBe('import.no_rows')
    expect(await send('a.csv', [headers.map((header) => (header.startsWith('卖方') && header !== '卖方名称' ? '' : header)), ...(await templateRows(goodContracts(1))).slice(1)])).toBe('import.merged_header')
    const { actor: stranger } = await make.enterprise()
    expect(await refusal(receiveImport(stranger, { name: 'a.csv', bytes: csvOf(await templateRows(goodContracts(1))) }, call))).toBe('error.forbidden')
    expect(await db().importBatch.count({ where: { createdById: stranger.accountId } })).toBe(0)
  })
})

describe('a whole import', () => {
  it('is taken back: its contracts count no more, those worked on since stay, and the table can come again', async () => {
    const { actor } = await make.reviewer()
    const rows = goodContracts(4).map((row, at) => ({ ...row, registrationNumber: `R-UNDO-${at}`, registeredOn: '2026-03-01' }))
    const batch = await written(actor, rows)
    const [worked] = await rowsOf(batch.id)
    await amendContract(actor, { id: worked!.contractId!, version: 1, totalAmount: '5', equipmentAmount: '0', materialAmount: '0', technologyAmount: '5', effectiveOn: '2026-03-10', reason: '双方签了补充协议' }, call)
    expect(await refusal(undoImport(actor, { id: batch.id, reason: '传错了文件' }, call))).toBe('import.must_confirm')
    expect(await undoImport(actor, { id: batch.id, reason: '传错了文件', confirmed: 'on' }, call)).toEqual({ revoked: 3, kept: 1 })
    expect((await batch.read('all')).counts).toEqual({ undone: 3, kept: 1 })
    const after = await db().contract.findMany({ where: { id: { in: (await rowsOf(batch.id)).map(({ contractId }) => contractId!) } }, orderBy: { number: 'asc' } })
    expect(after.map(({ state, registrationNumber }) => [state, registrationNumber])).toEqual([['amended', 'R-UNDO-0'], ['revoked', null], ['revoked', null], ['revoked', null]])
    expect(await db().transition.count({ where: { toState: 'revoked', reason: '传错了文件', actorId: actor.accountId } })).toBe(3)
    expect(await refusal(undoImport(actor, { id: batch.id, reason: '再来一次', confirmed: 'on' }, call))).toBe('import.moved_on')
    expect((await (await written(actor, rows)).read('all')).counts).toEqual({ written: 3, known: 1 })
  })

  it('leaves no gap and no double number beside people who report at the same time', async () => {
    const { actor } = await make.reviewer()
    const { owner, fields } = await contractSides()
    const drafts = await Promise.all(Array.from({ length: 6 }, (_, at) => createContract(owner.actor, { ...fields, projectName: `${fields.projectName} ${at}` }, call)))
    const batches = [await received(actor, goodContracts(30)), await received(actor, goodContracts(30))]
    for (const { id } of batches) await startImport(actor, { id }, call)
    await Promise.all([drain(), ...drafts.map(({ id }) => reportContract(owner.actor, { id, version: 1, confirmed: 'on' }, call))])
    const numbers = (await db().contract.findMany({ where: { number: { startsWith: 'HT-2026-' } }, select: { number: true } })).map(({ number }) => Number(number?.slice(8))).sort((one, other) => one - other)
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, at) => at + 1))
  })

  it('that fails in the middle has written nothing, and gives its numbers back', async () => {
    const { actor } = await make.reviewer()
    const last = async () => (await db().counter.findUnique({ where: { series: 'HT-2026' } }))?.value
    const before = { contracts: await db().contract.count(), number: await last() }
    const batch = await received(actor, goodContracts(3))
    await startImport(actor, { id: batch.id }, call)
    // Whoever asked for it is no reviewer any more when the job runs.
    await db().membership.deleteMany({ where: { accountId: actor.accountId! } })
    await expect(drain()).rejects.toThrow('import.write')
    expect({ contracts: await db().contract.count(), number: await last() }).toEqual(before)
    expect((await rowsOf(batch.id)).map(({ state }) => state)).toEqual(['good', 'good', 'good'])
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
  })
})

it('what came from a need of the portal has its owner as the buyer and one origin; registered, it moves the need on', async () => {
  const { actor } = await make.reviewer()
  const owner = await make.enterprise()
  const need = await publishedNeed(owner, actor, { deadline: '2026-06-01T17:00', startsOn: '2026-07-01', endsOn: '2027-07-01' }, call)
  await db().need.update({ where: { id: need.id }, data: { state: 'awarded' } })
  const publisher = await make.publisher()
  const scenario = await publishedScenario(publisher, actor, { year: '2026', opensAt: '2026-03-01T09:00', closesAt: '2026-06-01T17:00' }, importDay)
  const [foreign, own, both, word] = goodContracts(4).map((row) => ({ ...row, needNumber: need.number }))
  const theirs = { 'buyer.creditCode': owner.organisation.creditCode! }
  const batch = await received(actor, [foreign!, { ...own!, ...theirs, registrationNumber: 'R-NEED-1', registeredOn: '2026-03-01' }, { ...both!, ...theirs, scenarioSerial: scenario.serial ?? '' }, { ...word!, ...theirs, kind: '技术开发合同' }])
  const { rows } = await batch.read('all')
  expect(rows.map(({ problems }) => problems.map(({ path }) => path))).toEqual([['buyer.name'], [], ['scenarioSerial'], ['kind']])
  await startImport(actor, { id: batch.id, withoutBad: 'on' }, call)
  await drain()
  expect(await db().contract.findFirstOrThrow({ where: { registrationNumber: 'R-NEED-1' } })).toMatchObject({ source: 'need', needId: need.id, state: 'registered' })
  expect((await db().need.findUniqueOrThrow({ where: { id: need.id } })).state).toBe('contracted')
})

it('an organisation that the bureau has verified keeps its own name, nature and place', async () => {
  const { actor } = await make.reviewer()
  const { organisation } = await make.enterprise({ regionCode: '500118' })
  const [row] = goodContracts(1)
  const batch = await written(actor, [{ ...row!, 'buyer.name': '写错的名字', 'buyer.creditCode': organisation.creditCode!, 'buyer.nature': '机关', 'seller.creditCode': creditCode(), 'seller.regionCode': '500120' }])
  const [one] = await rowsOf(batch.id)
  const contract = await db().contract.findUniqueOrThrow({ where: { id: one!.contractId! }, include: { parties: true } })
  expect(contract.flow).toBe('absorption')
  expect(contract.parties.find(({ side }) => side === 'buyer')).toMatchObject({ organisationId: organisation.id, name: organisation.name, nature: 'domestic_enterprise' })
})

describe('the list as a file', () => {
  const rowsIn = async (bytes: Uint8Array, name: string) => (await readTable(name, bytes)).sheets[0]?.lines.map(({ cells }) => cells) ?? []
  const bytesOf = async (stream: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(stream).arrayBuffer())

  it('has what its page finds, and brought back in changes nothing', async () => {
    const { actor } = await make.reviewer()
    const rows: Record<string, string>[] = goodContracts(5).map((row, at) => ({ ...row, projectName: `${row.projectName}（往返）`, registrationNumber: `R-BACK-${at}`, registeredOn: '2026-03-01', related: at % 2 === 0 ? '是' : '否' }))
    await written(actor, [...rows, { ...goodContracts(1)[0]!, projectName: '@智能（往返）', pending: '是', totalAmount: '', equipmentAmount: '', materialAmount: '', technologyAmount: '' }])
    const { columns, rows: all } = await exportContracts(actor, { q: '往返', sort: 'signed' }, call)
    const book = await bytesOf(workbookStream([{ name: '合同', columns, rows: all() }]))
    const text = await bytesOf(csvStream(columns.map(({ head }) => head), all()))
    expect(await rowsIn(book, 'a.xlsx')).toHaveLength(7)
    expect((await rowsIn(text, 'a.csv')).filter(([, , , name]) => name === '@智能（往返）')).toHaveLength(1)
    const before = await db().contract.findMany({ orderBy: { id: 'asc' }, include: { parties: { orderBy: { side: 'asc' } } } })
    for (const [name, bytes] of [['往返.xlsx', book], ['往返.csv', text]] as const) {
      const { id } = await receiveImport(actor, { name, bytes }, call)
      await drain()
      expect((await readImport(actor, { id }, call)).counts).toEqual({ known: 6 })
    }
    expect(await db().contract.findMany({ orderBy: { id: 'asc' }, include: { parties: { orderBy: { side: 'asc' } } } })).toEqual(before)
  })
})

describe('the command line', () => {
  const run = async (rows: Record<string, string>[], options: { dry?: boolean; skipBad?: boolean } = {}) =>
    importFile(system, { name: '合同.csv', bytes: csvOf(await templateRows(rows)), dry: options.dry ?? false, skipBad: options.skipBad ?? false, onProgress: () => {} }, call)

  it('writes nothing while a row is bad, and the good ones when it may skip the others', async () => {
    const rows = [...goodContracts(2), { ...goodContracts(1)[0]!, signedOn: '昨天' }]
    const before = await db().contract.count()
    const first = await run(rows)
    expect(first).toMatchObject({ written: 0, problems: [{ line: 4, column: 'AD' }] })
    expect(await run(rows.slice(0, 2), { dry: true })).toMatchObject({ written: 0, problems: [] })
    expect(await db().contract.count()).toBe(before)
    expect(await db().importBatch.count({ where: { state: { in: ['received', 'checked'] }, createdBy: 'system' } })).toBe(0)
    const second = await run(rows, { skipBad: true })
    expect(second).toMatchObject({ written: 2, known: 0 })
    expect(second.bad.slice(1).map(([name]) => name)).toEqual([rows[2]!.projectName])
    expect(await run(rows.slice(0, 2))).toMatchObject({ written: 0, known: 2, problems: [] })
  })
})
