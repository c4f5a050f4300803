import { z } from 'zod'
import { checkbox, day, integer, oneOf, optional, optionalText, phone, text, version, yuan } from '~/domain/kernel/fields'

export const contractMeasures = ['reported_and_registered', 'registered'] as const
export const contractAmounts = ['total', 'technology'] as const

/** What an administrator sets for the district. Amounts in 元, days are working days, scores from 0 to 100. */
export const settingsInput = z.object({
  version: version(),
  nameZh: text(40),
  nameEn: text(80),
  siteNameZh: text(20),
  siteNameEn: text(40),
  bureauZh: text(40),
  bureauEn: text(80),
  phone: phone(),
  regionCode: text(30),
  scenariosPerYear: integer(1, 999),
  contractMeasure: oneOf(contractMeasures),
  contractAmount: oneOf(contractAmounts),
  secondReviewFrom: yuan(),
  reviewDays: integer(1, 250),
  secondReviewDays: integer(1, 250),
  contractRuleVersion: text(20),
  questionsCloseDays: integer(0, 60),
  answersDueDays: integer(0, 60),
  alternates: integer(0, 20),
  matchesPerNeed: integer(1, 100),
  notifyFromScore: integer(0, 100),
  suggestionsPerCandidate: integer(1, 100),
})

/** The lists that an administrator keeps: landing areas, and themes of scenarios. */
export const listKinds = ['area', 'theme'] as const
export type ListKind = (typeof listKinds)[number]

const names = { nameZh: text(20, 2), nameEn: text(60, 2) }
const entry = { kind: oneOf(listKinds), key: z.string().min(1, 'field.unknown_choice').max(60, 'field.unknown_choice') }

export const addEntryInput = z.object({ kind: oneOf(listKinds), ...names })
/** `seenZh` and `seenEn` are the names that were renamed, to notice a change in between. */
export const renameEntryInput = z.object({ ...entry, ...names, seenZh: z.string(), seenEn: z.string() })
export const entryInput = z.object(entry)

/** The code of a new entry, from its English name: `Connected vehicles` is `connected_vehicles`. Empty where no letter is left. */
export function codeOfName(nameEn: string): string {
  return nameEn.normalize('NFKD').replace(/[\u0300-\u036f’']/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^[_0-9]+|_+$/g, '').slice(0, 40)
}

/** The most days that are set at once: a long holiday. */
export const longestRun = 31

/** Days off (`working` false) or make-up working days, from `first` to `last`; one day where `last` is empty. */
export const addDaysInput = z.object({ first: day(), last: optional(day()), working: checkbox(), name: optionalText(20) })
export const removeDayInput = z.object({ day: day() })
