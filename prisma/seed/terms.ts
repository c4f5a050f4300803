import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TermScheme } from '../client'
import { sampleThemes } from './sample/areas'

export type TermRow = { scheme: TermScheme; code: string; parent: string | null; nameZh: string; nameEn: string | null; position: number }

/** The rows of one of our own files: no field of theirs holds a comma or a quote. */
function rowsOf(file: string): string[][] {
  const text = readFileSync(fileURLToPath(new URL(`./data/${file}`, import.meta.url)), 'utf8')
  return text.replace(/^\uFEFF/, '').trim().split(/\r?\n/).slice(1).map((line) => line.split(','))
}

/** 技术领域 of the national registration form, and themes of the action plan. */
const fields: [string, string, string][] = [
  ['electronics', '电子信息', 'Electronics and information'],
  ['aerospace', '航空航天', 'Aerospace'],
  ['advanced_manufacturing', '先进制造', 'Advanced manufacturing'],
  ['biomedicine', '生物、医药和医疗器械', 'Biology, medicine and medical devices'],
  ['new_materials', '新材料及其应用', 'New materials'],
  ['new_energy', '新能源与高效节能', 'New energy and energy saving'],
  ['environment', '环境保护与资源综合利用', 'Environment and resources'],
  ['nuclear', '核应用', 'Nuclear applications'],
  ['agriculture', '农业', 'Agriculture'],
  ['transport', '现代交通', 'Modern transport'],
  ['urban_social', '城市建设与社会发展', 'Urban and social development'],
]

/** 社会经济目标, GB/T 24450, first level. */
const objectives: [string, string][] = [
  ['01', '环境保护、生态建设及污染防治'], ['02', '能源生产、分配和合理利用'], ['03', '卫生事业发展'], ['04', '教育事业发展'],
  ['05', '基础设施以及城市和农村规划'], ['06', '社会发展和社会服务'], ['07', '地球和大气层的探索与利用'], ['08', '民用空间探测及开发'],
  ['09', '农林牧渔业发展'], ['10', '工商业发展'], ['11', '非定向研究'], ['12', '其他民用目标'], ['13', '国防'],
]

function plain(scheme: TermScheme, list: readonly (readonly [string, string, string?])[]): TermRow[] {
  return list.map(([code, nameZh, nameEn], position) => ({ scheme, code, parent: null, nameZh, nameEn: nameEn ?? null, position }))
}

/** GB/T 4754: a code's parent is one digit shorter (a division's is its section); parents that the list leaves out take their only child's name. */
function industries(): TermRow[] {
  const rows = rowsOf('industries.csv')
  const known = new Set(rows.map(([code]) => code))
  const made: TermRow[] = []
  const add = (code: string, nameZh: string, parent: string | null) => made.push({ scheme: 'industry', code, parent, nameZh, nameEn: null, position: made.length })
  for (const [code = '', name = '', , section = ''] of rows) {
    const parent = code.length === 1 ? null : code.length === 2 ? section : code.slice(0, -1)
    if (parent && !known.has(parent)) {
      known.add(parent)
      add(parent, name, parent.length === 2 ? section : parent.slice(0, -1))
    }
    add(code, name, parent)
  }
  return made
}

/** GB/T 13745: five digits stand below three, seven below five; the letters are the standard's five groups. */
function disciplines(): TermRow[] {
  const rows = rowsOf('disciplines.csv')
  const known = new Set(rows.map(([code]) => code))
  return rows.map(([code = '', nameZh = '', , category = ''], position) => {
    const above = code.length > 3 ? [code.slice(0, 5), code.slice(0, 3)].find((parent) => parent !== code && known.has(parent)) : undefined
    return { scheme: 'discipline' as const, code, parent: above ?? (code.length > 1 ? category : null), nameZh, nameEn: null, position }
  })
}

function regions(): TermRow[] {
  return rowsOf('regions.csv').map(([code = '', nameZh = '', parent], position) => ({ scheme: 'region' as const, code, parent: parent || null, nameZh, nameEn: null, position }))
}

/** Every taxonomy of a fresh installation. */
export function allTerms(): TermRow[] {
  const themes = sampleThemes.map((theme) => [theme.key, theme.nameZh, theme.nameEn] as const)
  const all = [...plain('field', fields), ...plain('theme', themes), ...plain('objective', objectives), ...industries(), ...disciplines(), ...regions()]
  const seen = new Set<string>()
  return all.filter(({ scheme, code }) => !seen.has(`${scheme} ${code}`) && seen.add(`${scheme} ${code}`))
}
