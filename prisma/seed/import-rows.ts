import { checkImport } from '../../app/domain/imports/service.server'
import { headerNames } from '../../app/domain/imports/words.server'
import { headOf } from '../../app/domain/imports/header'
import { importTemplate } from '../../app/domain/imports/template.server'
import type { PrismaClient } from '../client'
import { idOf } from './ids'

/** What a park sent in, with the slips of a hurried afternoon: a unit in the amount, a short year, a word that the list has not, a wrong code. */
const slips: [string, Record<string, string>][] = [
  ['竹浆造纸白水回用工艺优化', { 合同成交额: '45.6万元' }],
  ['新能源公交电池健康度评估服务', { 签订日期: '26.3.5' }],
  ['智慧仓储货位调度软件开发', { 合同类别: '软件开发' }],
  ['豆豉发酵菌种筛选技术咨询', { 合同类别: '技术咨询', 卖方统一社会信用代码: '12500000MB1A2B3C40' }],
  ['汽车线束端子压接质量视觉检测', { 技术交易额: '900000' }],
  ['丘陵果园单轨运输机改进设计', {}],
  ['陶瓷釉料低温烧成配方许可', { 合同类别: '技术许可' }],
  ['数控机床主轴热误差补偿', {}],
]

/** A table on its way into the register: checked, some of its rows to be mended. */
export async function seedImport(client: PrismaClient, now: Date): Promise<void> {
  const { headers, example } = await importTemplate('zh-CN', now)
  const cellsOf = (title: string, changes: Record<string, string>, at: number) => headers.map((header, column) => (column === 0 ? title : changes[header.replace('（元）', '')] ?? (header.startsWith('合同成交额') ? String(380_000 + at * 1_000) : example[column] ?? '')))
  const lines = [{ line: 1, cells: headers }, ...slips.map(([title, changes], at) => ({ line: at + 2, cells: cellsOf(title, changes, at) }))]
  const head = headOf({ sheets: [{ name: '三月', lines }], hidden: [] }, headerNames())
  if (!head) throw new Error('the template has no header of its own')
  const id = idOf('import', 'park')
  await client.importBatch.create({ data: { id, fileName: '高新区园区技术合同（三月）.xlsx', fileHash: ''.padEnd(64, '0'), sheet: head.sheet, hidden: ['底稿'], headerLine: head.line, headers: head.headers, mapping: head.mapping, total: head.rows.length, createdBy: '科技局', createdAt: now, sample: true, rows: { create: head.rows.map(({ line, cells }) => ({ line, cells })) } } })
  await checkImport(id, now)
}
