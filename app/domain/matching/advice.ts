import type { MessageKey } from '~/i18n'
import type { TargetKind } from './schema'
import type { Section } from './profile'

/** What the form calls each text that matching reads. */
const fields: Record<TargetKind, Readonly<Record<string, MessageKey>>> = {
  need: { title: 'need.field.title', keywords: 'need.field.keywords', problem: 'need.field.problem', indicators: 'need.field.indicators', goal: 'need.field.goal' },
  scenario: { title: 'scenario.field.title', keywords: 'scenario.field.technologies', summary: 'scenario.field.summary', body: 'scenario.field.body' },
}
/** Fewer letters than this say too little; what is not named wants twenty. */
const enough: Readonly<Record<string, number>> = { title: 6, keywords: 4 }

const letters = (text: string) => text.match(/\p{L}/gu)?.length ?? 0

/** What somebody whose need or scenario found nobody can add to: the fields that say little, else the keywords. Figures and signs say nothing. */
export function fieldsToAddTo(kind: TargetKind, sections: readonly Section[]): MessageKey[] {
  const weak = sections.filter(({ name, text }) => letters(text) < (enough[name] ?? 20)).map(({ name }) => name)
  return (weak.length > 0 ? weak : ['keywords']).flatMap((name) => fields[kind][name] ?? [])
}

/** Whether a text has no Chinese: nearly all that it is compared with is in Chinese. */
export function lacksChinese(sections: readonly Section[]): boolean {
  return sections.every(({ text }) => !/\p{Script=Han}/u.test(text))
}
