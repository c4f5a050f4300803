import type { Prisma, PrismaClient } from '../client'
import { bureauKey } from './base'
import { codes, idOf, portions } from './ids'
import type { SampleDistrict, SampleOrganisation } from './sample/types'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
export const orgId = (key: string) => idOf('organisation', key)

/** Organisations, people, results and brokers. */
export async function seedPeople(client: PrismaClient, sample: SampleDistrict, now: Date): Promise<void> {
  const organisations = [...sample.departments.filter(({ key }) => key !== bureauKey), ...sample.enterprises, ...sample.institutes, ...sample.brokerAgencies]
  for (const rows of portions(organisations.map((organisation) => organisationRow(organisation, now)))) await client.organisation.createMany({ data: rows })

  const year = now.getUTCFullYear()
  const people = codes('RC')
  await inPortions(sample.people, (person): Prisma.PersonCreateManyInput => ({
    id: idOf('person', person.key), number: people.next(year), organisationId: orgId(person.organisationKey), name: person.name, title: person.title,
    disciplines: person.disciplines, fields: person.fields, keywords: person.keywords, summary: person.summary, projects: person.projects, languages: person.languages,
    availableFrom: person.availableFrom, maxLoad: person.maxLoad, sample: true, createdAt: now,
  }), (data) => client.person.createMany({ data }))

  const achievements = codes('CG')
  const published = [...sample.achievements].sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime())
  await inPortions(published, (item): Prisma.AchievementCreateManyInput => ({
    id: idOf('achievement', item.key), number: achievements.next(item.publishedAt.getUTCFullYear()), organisationId: orgId(item.ownerKey), title: item.title, summary: item.summary, body: item.body,
    field: item.field, trl: item.trl, iprKind: item.iprKind, iprNumber: item.iprNumber, modes: item.modes, priceMin: item.priceMin, priceMax: item.priceMax, cases: item.cases,
    keywords: item.keywords, published: true, publishedAt: item.publishedAt, sample: true, createdAt: item.publishedAt,
  }), (data) => client.achievement.createMany({ data }))
  const inventors = sample.achievements.flatMap((item) => [...new Set(item.inventorKeys)].map((key, position) => ({ achievementId: idOf('achievement', item.key), personId: idOf('person', key), position })))
  await inPortions(inventors, (row) => row, (data) => client.achievementInventor.createMany({ data }))

  const brokers = codes('JJ')
  await inPortions(sample.brokers, (broker): Prisma.BrokerCreateManyInput => ({
    id: idOf('broker', broker.key), number: brokers.next(year), organisationId: broker.organisationKey ? orgId(broker.organisationKey) : null, kind: broker.kind, name: broker.name,
    certificateNumber: broker.certificateNumber, issuer: broker.issuer, grade: broker.grade, validUntil: day(broker.validUntil), fields: broker.fields, summary: broker.summary,
    state: broker.state, responseRate: broker.responseRate.toFixed(4), sample: true, createdAt: now,
  }), (data) => client.broker.createMany({ data }))
  await client.counter.createMany({ data: [...people.counters(), ...achievements.counters(), ...brokers.counters()] })
}

async function inPortions<T, R>(items: readonly T[], row: (item: T) => R, write: (rows: R[]) => Promise<unknown>): Promise<void> {
  for (const rows of portions(items.map(row))) await write(rows)
}

function organisationRow(organisation: SampleOrganisation, now: Date): Prisma.OrganisationCreateManyInput {
  const { key, kind, name, shortName, creditCode, nature, regionCode, areaKey, address, scale, fields, summary } = organisation
  return { id: orgId(key), kind, name, shortName, creditCode: kind === 'department' ? null : creditCode, nature, regionCode, areaKey, address, scale, fields, summary, verification: 'verified', verifiedAt: now, sample: true, createdAt: now }
}
