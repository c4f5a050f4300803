import type { Locale } from '~/i18n'
import { areaChoices, district, termChoices, type Choice } from './service.server'

/** What the form of an organisation offers: areas, fields, and the regions of the district's own province to choose from while typing. */
export async function placeChoices(locale: Locale): Promise<{ areas: Choice[]; fields: Choice[]; regions: Choice[] }> {
  const province = (await district()).regionCode.slice(0, 2)
  const regions = (await termChoices('region', locale)).filter(({ value }) => value.startsWith(province) && !value.endsWith('00'))
  return { areas: await areaChoices(locale), fields: await termChoices('field', locale), regions }
}

/** Disciplines of the standard's first level (three digits), under its five groups. */
export async function disciplineGroups(locale: Locale): Promise<{ group: string; options: Choice[] }[]> {
  const groups = await termChoices('discipline', locale, '')
  return Promise.all(groups.map(async ({ value, label }) => ({ group: label, options: await termChoices('discipline', locale, value) })))
}
