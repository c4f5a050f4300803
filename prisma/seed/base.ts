import type { PrismaClient } from '../client'
import { calendar, district, targets } from './district'
import { idOf } from './ids'
import { sampleAreas } from './sample/areas'
import { allTerms } from './terms'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

function* daysOf(first: string, last: string) {
  for (let at = day(first); at <= day(last); at = new Date(at.getTime() + 86_400_000)) yield at
}

/** The bureau is one of the plan's units: sample records name it by this id. */
export const bureauKey = 'dep-kjj'

/** What every installation needs before anyone can work: the district, its areas, taxonomies, targets, holidays, and the bureau itself. Can run twice. */
export async function seedBase(client: PrismaClient): Promise<void> {
  await client.district.upsert({ where: { id: 1 }, create: district, update: {} })
  await client.area.createMany({ data: sampleAreas.map(({ key, nameZh, nameEn }, position) => ({ key, nameZh, nameEn, position })), skipDuplicates: true })
  await client.term.createMany({ data: allTerms(), skipDuplicates: true })
  await client.target.createMany({ data: targets.map((target) => ({ ...target, startsOn: day(target.startsOn), endsOn: day(target.endsOn) })), skipDuplicates: true })
  const days = calendar.flatMap(({ name, first, last, working }) => [...daysOf(first, last)].map((at) => ({ day: at, working, name })))
  await client.calendarDay.createMany({ data: days, skipDuplicates: true })
  const bureau = await client.organisation.findFirst({ where: { kind: 'bureau' } })
  if (!bureau) {
    await client.organisation.create({ data: { id: idOf('organisation', bureauKey), kind: 'bureau', name: district.bureauZh, shortName: '区科技局', nature: 'government', regionCode: district.regionCode, areaKey: 'whole_district', verification: 'verified', verifiedAt: new Date() } })
  }
}
