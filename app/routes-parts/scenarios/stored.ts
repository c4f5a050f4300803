import { localFromInstant } from '~/domain/kernel/time'
import { wanText } from '~/domain/kernel/money'
import type { ScenarioFormValues } from './form'

type Stored = { year: number; batch: number; title: string; summary: string; body: string; kind: string; side: string; theme: string; field: string; industry: string | null; areaKey: string; leadId: string; responsible: { id: string }[]; technologies: string[]; referenceCases: string; resources: string; budgetMin: string | null; budgetMax: string | null; opensAt: string | null; closesAt: string | null; contact: { name: string; phone: string } | null; contactPublic: boolean; sourceDocument: string | null }

/** A stored scenario as its form shows it: amounts in 万元, times in Asia/Shanghai, lists one a line. */
export function formValuesOf(scenario: Stored): ScenarioFormValues {
  const { year, batch, responsible, technologies, budgetMin, budgetMax, opensAt, closesAt, contact, contactPublic, industry, sourceDocument, ...texts } = scenario
  return {
    responsibleIds: responsible.map((unit) => unit.id),
    texts: {
      title: texts.title, summary: texts.summary, body: texts.body, kind: texts.kind, side: texts.side, theme: texts.theme, field: texts.field, areaKey: texts.areaKey, leadId: texts.leadId, referenceCases: texts.referenceCases, resources: texts.resources,
      year: String(year), batch: String(batch), industry: industry ?? '', sourceDocument: sourceDocument ?? '',
      technologies: technologies.join('\n'),
      budgetMin: budgetMin ? wanText(budgetMin) : '', budgetMax: budgetMax ? wanText(budgetMax) : '',
      opensAt: opensAt ? localFromInstant(new Date(opensAt)) : '', closesAt: closesAt ? localFromInstant(new Date(closesAt)) : '',
      contactName: contact?.name ?? '', contactPhone: contact?.phone ?? '', contactPublic: contactPublic ? 'on' : '',
    },
  }
}
