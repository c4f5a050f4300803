import { wanText } from '~/domain/kernel/money'
import { localFromInstant } from '~/domain/kernel/time'
import type { NeedView } from '~/domain/needs/view'
import type { Translate } from '~/i18n'
import type { NeedFormValues } from './form'

/** The usual four criteria of an open call; the weights sum to 100. */
export function usualCriteria(t: Translate): Record<string, string>[] {
  return (['solution', 'record', 'cost', 'local'] as const).map((name, index) => ({ name: t(`need.criteria.default.${name}`), description: t(`need.criteria.default.${name}.what`), weight: String([45, 25, 20, 10][index]) }))
}

/** What a new form starts from. */
export function newNeedValues(t: Translate, deadline: Date): NeedFormValues {
  return { texts: { fundingKind: 'range', selection: 'open_call', source: 'self_published', ipr: 'negotiable', teams: '1', deadline: localFromInstant(deadline) }, modes: [], indicatorRows: [], criteria: usualCriteria(t) }
}

/** A stored need as its form shows it: amounts in 万元, times in Asia/Shanghai. */
export function storedNeed(need: NeedView, contact: { name: string; phone: string }, confidential: { summary: string; text: string } | null): NeedFormValues {
  return {
    texts: {
      title: need.title, problem: need.problem, indicators: need.indicators, goal: need.goal, basis: need.basis, keywords: need.keywords.join('、'), field: need.field, industry: need.industry ?? '', discipline: need.discipline ?? '', areaKey: need.areaKey ?? '',
      source: need.source, fundingKind: need.fundingKind, fundingMin: need.fundingMin ? wanText(need.fundingMin) : '', fundingMax: need.fundingMax ? wanText(need.fundingMax) : '', startsOn: need.startsOn ?? '', endsOn: need.endsOn ?? '', deadline: localFromInstant(new Date(need.deadline)),
      preferredPartners: need.preferredPartners, conditions: need.conditions.join('\n'), selection: need.selection, teams: String(need.teams), lumpSum: need.lumpSum ? 'on' : '', ipr: need.ipr, contactName: contact.name, contactPhone: contact.phone,
      confidentialSummary: confidential?.summary ?? '', confidentialText: confidential?.text ?? '',
    },
    modes: need.modes,
    indicatorRows: need.indicatorRows.map((row) => ({ ...row })),
    criteria: need.criteria.map(({ name, description, weight }) => ({ name, description, weight: String(weight) })),
  }
}
