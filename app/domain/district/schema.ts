import { z } from 'zod'
import { integer, oneOf, phone, text, version, yuan } from '~/domain/kernel/fields'

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
})
