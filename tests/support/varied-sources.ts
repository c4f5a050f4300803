import type { SearchSource } from '#search/document'
import { sampleSources } from '#search/testing/samples'

const day = 86_400_000
const themes = ['smart_city', 'modern_agriculture', 'enterprise_technology', null]
const fields = ['electronics', 'agriculture', 'new_energy', 'urban', null]
const areas = ['wanglonghu', 'sanjiao', 'gangqiao', null]
const industries = [[], ['C'], ['C', 'C36'], ['C', 'C36', 'C3670'], ['A', 'A01']]
const modes = [[], ['licence'], ['service', 'licence'], ['joint_development', 'equity', 'consulting']]
const words = ['自动驾驶', '无人驾驶', '锂电池', '茶叶杀青', '机器视觉', '5G 基站', 'L4级', 'machine learning', '病虫害防治', '大数据', '100%_国产', 'a\\b', 'Blockchain', '水质监测']
/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 0x1_0000_0000) * below)
  }
}

/** Records of all kinds around a time, with everything missing in some of them and much that is equal in several. */
export function variedSources(count: number, now: Date): SearchSource[] {
  const number = numbers(20_260_615)
  const one = <T>(values: readonly T[]): T => values[number(values.length)] as T
  const around = (days: number) => new Date(now.getTime() + (number(2 * days) - days) * day)
  return Array.from({ length: count }, (_, index): SearchSource => {
    const said = [one(words), one(words), one(words)]
    const common = {
      title: `${said[0]}与${one(words)}第 ${index % 7} 期`, summary: `面向${said[1]}，征集可以落地的办法。`, body: `现有做法：${said[2]}。${'周边有相似的问题。'.repeat(number(12))}`, keywords: index % 3 === 0 ? [] : [one(words), one(words)],
      field: one(fields), version: 1 + number(3), publishedAt: new Date(now.getTime() - number(120) * day),
    }
    const money = one([{}, { min: '300000' }, { max: '500000' }, { min: '500000', max: '2000000' }, { min: '2500000', max: '9000000' }, { min: '80000', max: '80000' }])
    const timed = { ...common, theme: one(themes), industry: one(industries), area: one(areas), modes: one(modes), opensAt: one([null, around(20)]), closesAt: one([null, around(40), around(10), now]), fundingMin: money.min, fundingMax: money.max, year: 2024 + number(3) }
    switch (index % 6) {
      case 0: return { type: 'scenario', id: `2026-09-${String(index).padStart(3, '0')}`, ...timed, leadDepartment: '区经济信息委', responsibleUnits: ['区大数据局'] }
      case 1: case 2: return { type: 'need', id: `X2026-${index}`, ...timed, number: `X2026-${index}`, selection: one(['open_call', 'parallel', null]), organisationName: `重庆第${number(5)}科技有限公司` }
      case 3: return { type: 'achievement', id: `CG2026-${index}`, ...common, modes: one(modes), priceMin: money.min, priceMax: money.max, ownerName: '重庆文理学院', inventors: ['周明远'], number: `CG2026-${index}` }
      case 4: return { type: 'expert', id: `RC-${index}`, ...common, organisationName: '重庆大学', personTitle: '教授' }
      default: return index % 12 === 5 ? { type: 'institute', id: `YS-${index}`, ...common, area: one(areas), kind: '高校' } : { type: 'broker', id: `JJR-${index}`, ...common, organisationName: '渝西技术转移中心', grade: '高级' }
    }
  })
}

/** The samples of the search tests and varied records, each once. */
export const manySources = (count: number, now: Date): SearchSource[] => [...sampleSources, ...variedSources(count, now)]
