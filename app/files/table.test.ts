import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { DomainError } from '~/domain/kernel/errors'
import { readTable } from './table'
import { workbookStream } from './write-workbook'

const bytesOf = async (stream: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(stream).arrayBuffer())
const text = (content: string) => new TextEncoder().encode(content)
const refusal = async (name: string, bytes: Uint8Array) => readTable(name, bytes).then(() => 'read', (error: unknown) => (error instanceof DomainError ? error.errors[0]?.message.key : error))
const cells = async (name: string, bytes: Uint8Array) => (await readTable(name, bytes)).sheets.map(({ lines }) => lines.map((line) => [line.line, ...line.cells]))

/** GB18030 has no encoder here: 合同 and 名 as its bytes. */
const gb = Uint8Array.from([0xba, 0xcf, 0xcd, 0xac, 0x2c, 0xc3, 0xfb, 0x0a])

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  fill(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

describe('a text', () => {
  it('is read in the encodings of spreadsheets, with any delimiter, line by line', async () => {
    const wanted = [[[1, '名', '额'], [3, '甲,乙', '1']]]
    expect(await cells('a.csv', text('\uFEFF名,额\r\n\r\n"甲,乙",1\r\n'))).toEqual(wanted)
    expect(await cells('a.csv', text('名\t额\n\n甲,乙\t1\n'))).toEqual(wanted)
    expect(await cells('a.csv', Uint8Array.from(Buffer.from('\uFEFF名;额\n\n"甲,乙";1\n', 'utf16le')))).toEqual(wanted)
    expect(await cells('a.csv', gb)).toEqual([[[1, '合同', '名']]])
  })
  it('that is none is refused with what to do', async () => {
    expect(await refusal('a.csv', new Uint8Array())).toBe('file.empty')
    expect(await refusal('a.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff, 0xff]))).toBe('file.not_a_text')
    expect(await refusal('a.csv', text('a,b\n"c,d\n'))).toBe('file.csv_broken')
    expect(await refusal('a.csv', text('x\n'.repeat(20_001)))).toBe('file.too_many_lines')
    expect(await refusal('a.jsonl', text('{"a":1}\n[1]\n'))).toBe('file.json_broken')
  })
  it('of records has their names as its header', async () => {
    expect(await cells('a.jsonl', text('{"a":1,"b":"x"}\n{"b":null,"c":true}\n'))).toEqual([[[0, 'a', 'b', 'c'], [1, '1', 'x', ''], [2, '', '', 'true']]])
  })
})

describe('a workbook', () => {
  it('gives days as days, formulas by their results, and only sheets that are shown', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('合同')
      sheet.addRows([['名', '日', '额'], ['甲', new Date('2026-01-05T00:00:00Z'), { formula: 'A1', result: 12.5 }], [], [{ richText: [{ text: '乙' }, { text: '丙' }] }, '2026/2/30', { formula: 'B9*2' }]])
      book.addWorksheet('底稿', { state: 'hidden' }).addRow(['秘密'])
    })
    const table = await readTable('a.xlsx', bytes)
    expect(table.hidden).toEqual(['底稿'])
    expect(table.sheets).toEqual([{ name: '合同', lines: [{ line: 1, cells: ['名', '日', '额'] }, { line: 2, cells: ['甲', '2026-01-05', '12.5'] }, { line: 4, cells: ['乙丙', '2026/2/30', '=B9*2'] }] }])
  })
  it('that we write is read back as it was, and no text of it is a formula', async () => {
    const rows = [['=1+1', 12.5, '2026-01-05'], ['@x', null, null]]
    const bytes = await bytesOf(workbookStream([{ name: '表', columns: [{ head: '名' }, { head: '额', kind: 'money' }, { head: '日', kind: 'day' }], rows }]))
    expect((await readTable('a.xlsx', bytes)).sheets[0]?.lines.map((line) => line.cells)).toEqual([['名', '额', '日'], ['=1+1', '12.5', '2026-01-05'], ['@x']])
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes.buffer as ArrayBuffer)
    expect(book.getWorksheet('表')?.getCell('A2').type).toBe(ExcelJS.ValueType.String)
  })
  it('that is long keeps every character, wherever its parts are cut', async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => [`${'丘陵茶园采茶机器人𠮷'.slice(at % 5)}${at}`, '技术开发（委托）'])
    const bytes = await bytesOf(workbookStream([{ name: '表', columns: [{ head: '名' }, { head: '类' }], rows }]))
    expect((await readTable('a.xlsx', bytes)).sheets[0]?.lines.slice(1).map(({ cells: found }) => found)).toEqual(rows)
    const shared = await workbook((book) => book.addWorksheet('表').addRows(rows))
    expect((await readTable('a.xlsx', shared)).sheets[0]?.lines.map(({ cells: found }) => found)).toEqual(rows)
  })
  it('that is old, has a password, is none, or unfolds without end is refused with what to do', async () => {
    const compound = (...rest: number[]) => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...rest])
    expect(await refusal('a.xlsx', compound(1, 2, 3))).toBe('file.old_workbook')
    expect(await refusal('a.xlsx', compound(...Buffer.from('EncryptedPackage', 'utf16le')))).toBe('file.password')
    expect(await refusal('a.xlsx', text('not a workbook'))).toBe('file.not_a_workbook')
    expect(await refusal('a.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9]))).toBe('file.damaged')
    const large = await workbook((book) => {
      const sheet = book.addWorksheet('x')
      for (let at = 0; at < 400; at++) sheet.addRow(['零'.repeat(30_000), at])
      sheet.eachRow((row) => (row.getCell(1).value = `${row.number}${'0'.repeat(32_000)}${'a'.repeat(100_000)}`))
    })
    expect(large.length).toBeLessThan(1_000_000)
    expect(await refusal('a.xlsx', large)).toBe('file.unfolds_too_large')
  })
})
