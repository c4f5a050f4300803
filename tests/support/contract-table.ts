import { importTemplate } from '~/domain/imports/template.server'
import { columns } from '~/domain/contracts/columns'
import { csv } from '~/files/write-csv'
import { creditCode } from './factories'

export const importDay = new Date('2026-03-16T02:00:00Z')

/** Rows of the template: each as its example, with what is given here instead; by path of the column. */
export async function templateRows(changes: Record<string, string>[]): Promise<string[][]> {
  const { headers, example } = await importTemplate('zh-CN', importDay)
  return [headers, ...changes.map((row) => columns.map(({ path }, at) => row[path] ?? example[at] ?? ''))]
}

export const csvOf = (rows: string[][]): Uint8Array => new TextEncoder().encode(csv(rows))

/** So many different contracts, good ones, as changes of the example. */
export const goodContracts = (count: number): Record<string, string>[] =>
  Array.from({ length: count }, (_, at) => ({ projectName: `丘陵茶园采茶机器人第 ${at + 1} 期`, 'seller.creditCode': creditCode(), 'buyer.creditCode': creditCode(), totalAmount: String(100_000 + at), equipmentAmount: '0', technologyAmount: String(90_000 + at) }))
