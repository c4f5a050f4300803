import { yuanText, type Decimal } from '~/domain/kernel/money'
import type { CriterionInput, IndicatorRow } from './schema'

/** The parts of a need that readers see and that keep their earlier versions. The confidential part and the contact are none of them. */
export const textFields = [
  'title', 'problem', 'indicators', 'indicatorRows', 'goal', 'basis', 'keywords', 'term', 'ipr', 'funding', 'conditions', 'modes', 'preferredPartners',
  'field', 'industry', 'discipline', 'area', 'source', 'selection', 'lumpSum', 'teams', 'criteria', 'deadline', 'confidentialSummary',
] as const
export type TextField = (typeof textFields)[number]
/** Each part as one text: lists line by line, codes as codes, amounts in 元, times in RFC 3339. */
export type NeedText = Record<TextField, string>

type Source = {
  title: string
  problem: string
  indicators: string
  indicatorRows: IndicatorRow[]
  goal: string
  basis: string
  keywords: string[]
  startsOn: string | null
  endsOn: string | null
  ipr: string
  fundingKind: string
  fundingMin: { toString(): string } | null
  fundingMax: { toString(): string } | null
  conditions: string[]
  modes: string[]
  preferredPartners: string
  field: string
  industry: string | null
  discipline: string | null
  areaKey: string | null
  source: string
  selection: string
  lumpSum: boolean
  teams: number
  criteria: CriterionInput[]
  deadline: Date
  confidentialSummary: string
}

const amount = (value: { toString(): string } | null) => (value === null ? '' : yuanText(value.toString() satisfies Decimal.Value))

/** A need's text as it is kept and compared. */
export function textOf(need: Source): NeedText {
  const { title, problem, indicators, goal, basis, ipr, preferredPartners, field, source, selection, confidentialSummary } = need
  return {
    title, problem, indicators, goal, basis, ipr, preferredPartners, field, source, selection, confidentialSummary,
    indicatorRows: need.indicatorRows.map((row) => [row.name, row.current, row.required, row.verification].join(' | ')).join('\n'),
    keywords: need.keywords.join('\n'),
    term: `${need.startsOn ?? ''}/${need.endsOn ?? ''}`,
    funding: need.fundingKind === 'negotiable' ? 'negotiable' : `${amount(need.fundingMin)}-${amount(need.fundingMax)}`,
    conditions: need.conditions.join('\n'),
    modes: need.modes.join('\n'),
    industry: need.industry ?? '',
    discipline: need.discipline ?? '',
    area: need.areaKey ?? '',
    lumpSum: need.lumpSum ? 'yes' : 'no',
    teams: String(need.teams),
    criteria: need.criteria.map((row) => `${row.name} ${row.weight}${row.description && ` ${row.description}`}`).join('\n'),
    deadline: need.deadline.toISOString(),
  }
}

/** The parts that differ, in the order of the form. */
export function changedFields(before: NeedText, after: NeedText): TextField[] {
  return textFields.filter((name) => before[name] !== after[name])
}

/** What was kept of an earlier version; a part that it does not know is empty. */
export function keptText(json: unknown): NeedText {
  const known = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {}
  return Object.fromEntries(textFields.map((name) => [name, typeof known[name] === 'string' ? known[name] : ''])) as NeedText
}

export type Cut = { lead: string; del: string; ins: string; tail: string }

const around = 8

/** Where two texts differ: the run that was taken out and the one that was put in, with a few characters around them. */
export function differenceOf(before: string, after: string): Cut {
  const [old, now] = [[...before], [...after]]
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  let end = 0
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++
  const lead = now.slice(0, start)
  const tail = now.slice(now.length - end)
  return {
    lead: lead.length > around ? `…${lead.slice(-around).join('')}` : lead.join(''),
    del: old.slice(start, old.length - end).join(''),
    ins: now.slice(start, now.length - end).join(''),
    tail: tail.length > around ? `${tail.slice(0, around).join('')}…` : tail.join(''),
  }
}
