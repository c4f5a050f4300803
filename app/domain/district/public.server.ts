import type { Locale } from '~/i18n'
import { contractAmounts, contractMeasures } from './schema'
import { district } from './service.server'

/** Those of the district's settings that everybody may know: how figures are counted, and how long things take. Days are working days, amounts 元. */
export async function publicRules(locale: Locale) {
  const row = await district()
  const { regionCode, phone, scenariosPerYear, reviewDays, secondReviewDays, questionsCloseDays, answersDueDays } = row
  return {
    regionCode, phone, scenariosPerYear, reviewDays, secondReviewDays, questionsCloseDays, answersDueDays,
    region: locale === 'en' ? row.nameEn : row.nameZh,
    bureau: locale === 'en' ? row.bureauEn : row.bureauZh,
    contractMeasure: contractMeasures.find((measure) => measure === row.contractMeasure) ?? contractMeasures[0],
    contractAmount: contractAmounts.find((amount) => amount === row.contractAmount) ?? contractAmounts[0],
    secondReviewFrom: row.secondReviewFrom.toFixed(2),
  }
}
export type PublicRules = Awaited<ReturnType<typeof publicRules>>
