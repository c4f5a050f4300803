import { Decimal } from '~/domain/kernel/money'
import { addDays, isDay } from '~/domain/kernel/time'
import type { Message } from '~/i18n'
import type { Column } from '~/domain/contracts/columns'

/** Names by which cells name a code: enumerations and taxonomies, in both languages, as `kind` → name → code. */
export type Words = Readonly<Record<string, ReadonlyMap<string, string>>>
export type Cell = { value: unknown } | { problem: Message }

const problem = (key: Message['key'], params?: Message['params']): Cell => ({ problem: { key, params } })
const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

/** What a name is looked up by: full-width letters, brackets and case make no difference. */
export const wordKey = (text: string): string => plain(text).replace(/[（(]/g, '(').replace(/[）)]/g, ')').toLowerCase()

/** 1,000 亿元 and more in one contract is a wrong unit. */
const mostDigits = 11

/** An amount is read to the last digit or not at all: a unit or an exponent in the cell is asked about, never guessed. */
function amount(typed: string, wan: boolean): Cell {
  const text = plain(typed).replace(/[,，]/g, '').replace(/^[¥￥]/, '')
  const unit = /^(-?\d+(?:\.\d+)?)(万元|万|亿元|亿|元)$/.exec(text)
  if (unit?.[1]) {
    const factor = unit[2]?.startsWith('万') ? 1e4 : unit[2]?.startsWith('亿') ? 1e8 : 1
    return problem(wan ? 'import.amount.unit_wan' : 'import.amount.unit', { typed: typed.slice(0, 40), plain: new Decimal(unit[1]).times(factor).div(wan ? 1e4 : 1).toFixed() })
  }
  if (/^\d+(?:\.\d+)?e[+]?\d{1,2}$/i.test(text)) return problem('import.amount.exponent', { typed: typed.slice(0, 40), plain: new Decimal(text).toFixed() })
  if (wan) {
    if (/^\d+\.\d{7,}$/.test(text)) return problem('money.too_precise', { typed: typed.slice(0, 40) })
    return amount(/^\d+(\.\d+)?$/.test(text) ? new Decimal(text).times(1e4).toFixed() : text, false)
  }
  return new RegExp(`^\\d{${mostDigits + 1},}`).test(text) ? problem('import.amount.implausible') : { value: text }
}

const serialDay = (serial: number) => addDays('1899-12-30', serial)

/** A day as people and spreadsheets write it: `2026-1-5`, `2026/1/5`, `2026.1.5`, `2026年1月5日`, `20260105` or a serial number. */
function day(typed: string): Cell {
  const text = plain(typed.replace(/[T ]\d{1,2}:.*$/, ''))
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (parts) {
    const found = `${parts[1]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`
    return isDay(found) ? { value: found } : problem('import.day.none', { typed: typed.slice(0, 20) })
  }
  if (/^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/.test(text)) return problem('import.day.short_year', { typed: typed.slice(0, 20) })
  // 1954 to 2119: other numbers are no days.
  if (/^\d{5}$/.test(text) && Number(text) > 20_000 && Number(text) < 80_500) return { value: serialDay(Number(text)) }
  return problem('import.day.not_a_day', { typed: typed.slice(0, 20) })
}

/** What says yes or no in any such column, and in one of them. */
const yes = ['是', '√', 'y', 'yes', 'true', '1']
const no = ['否', '×', 'n', 'no', 'false', '0', '-']
const own = { pending: { yes: ['待定'], no: ['已定'] }, related: { yes: ['关联', '有'], no: ['不关联', '非关联', '无'] } } as const

/** What a cell says, as the form of a contract would send it; an empty cell says nothing. */
export function readCell(typed: string, { kind }: Pick<Column, 'kind'>, wan: boolean, words: Words): Cell {
  if (typed === '') return { value: '' }
  if (typed.startsWith('=')) return problem('import.formula', { typed: typed.slice(0, 40) })
  if (kind === 'text') return { value: typed }
  if (kind === 'amount') return amount(typed, wan)
  if (kind === 'day') return day(typed)
  if (kind === 'pending' || kind === 'related') {
    const word = wordKey(typed)
    const says = (words: readonly string[], more: readonly string[]) => [...words, ...more].includes(word)
    return says(yes, own[kind].yes) ? { value: true } : says(no, own[kind].no) ? { value: false } : problem('import.yes_no', { typed: typed.slice(0, 20) })
  }
  const code = words[kind]?.get(wordKey(typed))
  return code === undefined ? problem('import.unknown_word', { typed: typed.slice(0, 40) }) : { value: code }
}
