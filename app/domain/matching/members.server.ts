import type { Tx } from '#prisma/client'
import { achievementCandidatesAmong, achievementCandidatesState, listAchievementCandidates, resultsOfOwners } from '~/domain/achievements/search.server'
import { brokerCandidatesAmong, brokerCandidatesState, listBrokerCandidates } from '~/domain/brokers/search.server'
import { district } from '~/domain/district/service.server'
import { instituteCandidatesAmong, instituteCandidatesState, listInstituteCandidates } from '~/domain/organisations/search.server'
import { listPersonCandidates, personCandidatesAmong, personCandidatesState } from '~/domain/people/search.server'
import type { CandidateKind } from './schema'
import type { Candidate } from './score'

export type PoolMember = Candidate & { title: string; path: string; availableFrom: Date | null; maxLoad: number | null }
/** Candidates of each kind, by number or id. */
export type MemberKeys = Record<CandidateKind, string[]>

const portion = 500
/** So many results of a person or an institute are part of what is compared. */
const shownResults = 12

type Loaded = { kind: CandidateKind; id: string; path: string; title: string; texts: Record<string, string>; keywords: string[]; fields: string[]; organisationIds: string[]; personIds: string[]; place: { regionCode: string; areaKey: string | null } | null; availableFrom: Date | null; maxLoad: number | null; trl?: number; modes?: string[] }

/** What a person has shown belongs to what the person can do; so do the results of an institute. */
function memberOf(one: Loaded, results: readonly Loaded[], records: number, districtCode: string): PoolMember {
  const sections = [
    { name: 'title', text: one.kind === 'achievement' ? one.title : (one.texts.title ?? '') },
    { name: 'keywords', text: one.keywords.join('、') },
    ...Object.entries(one.texts).filter(([name]) => name !== 'title').map(([name, text]) => ({ name, text })),
    { name: 'results', text: results.slice(0, shownResults).map((result) => `${result.title}。${result.texts.summary ?? ''}`).join('\n') },
  ].filter((section) => section.text.trim() !== '')
  const { kind, id, title, path, fields, organisationIds, personIds, availableFrom, maxLoad } = one
  const modes = one.modes ?? [...new Set(results.flatMap((result) => result.modes ?? []))]
  return { kind, id, title, path, sections, fields, modes, areaKey: one.place?.areaKey ?? null, place: placeOf(one.place?.regionCode ?? null, districtCode), trl: one.trl ?? null, records, organisationIds, personIds, availableFrom, maxLoad }
}

/** District, province or elsewhere, by GB/T 2260: the first two digits name the province. */
function placeOf(regionCode: string | null, districtCode: string): PoolMember['place'] {
  if (regionCode === null) return 'unknown'
  if (regionCode === districtCode) return 'district'
  return regionCode.slice(0, 2) === districtCode.slice(0, 2) ? 'province' : 'outside'
}

function groupBy(items: Loaded[], keys: (item: Loaded) => string[]): Map<string, Loaded[]> {
  const groups = new Map<string, Loaded[]>()
  for (const item of items) {
    for (const key of keys(item)) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}

async function all(list: (afterId: string | null) => Promise<{ lastId: string | null; candidates: Loaded[] }>): Promise<Loaded[]> {
  const found: Loaded[] = []
  for (let after: string | null = null; ; ) {
    const { lastId, candidates } = await list(after)
    found.push(...candidates)
    if (!lastId) return found
    after = lastId
  }
}

/** Everyone and everything that can be matched, in the order of kinds and ids. */
export async function everyMember(tx: Tx, now: Date): Promise<PoolMember[]> {
  const [people, institutes, achievements, brokers] = [
    await all((after) => listPersonCandidates(tx, after, portion)),
    await all((after) => listInstituteCandidates(tx, after, portion)),
    await all((after) => listAchievementCandidates(tx, after, portion)),
    await all((after) => listBrokerCandidates(tx, after, portion, now)),
  ]
  const byPerson = groupBy(achievements, (one) => one.personIds)
  const byOrganisation = groupBy(achievements, (one) => one.organisationIds)
  const { regionCode } = await district()
  return [...people, ...institutes, ...achievements, ...brokers].map((one) => {
    const results = one.kind === 'person' ? (byPerson.get(one.id) ?? []) : one.kind === 'institute' ? (byOrganisation.get(one.id) ?? []) : []
    return memberOf(one, results, results.length, regionCode)
  })
}

/** Those of the given ones that can be matched now, in the same order. */
export async function membersAmong(tx: Tx, keys: MemberKeys, now: Date): Promise<PoolMember[]> {
  const [people, institutes, achievements, brokers] = [
    keys.person.length > 0 ? await personCandidatesAmong(tx, keys.person) : [],
    keys.institute.length > 0 ? await instituteCandidatesAmong(tx, keys.institute) : [],
    keys.achievement.length > 0 ? await achievementCandidatesAmong(tx, keys.achievement) : [],
    keys.broker.length > 0 ? await brokerCandidatesAmong(tx, keys.broker, now) : [],
  ]
  const owners = people.length + institutes.length === 0 ? new Map<string, { count: number; results: Loaded[] }>() : await resultsOfOwners(tx, people.map(({ id }) => id), institutes.map(({ id }) => id), shownResults)
  const { regionCode } = await district()
  return [...people, ...institutes, ...achievements, ...brokers].map((one) => {
    const { count, results } = owners.get(one.id) ?? { count: 0, results: [] }
    return memberOf(one, results, count, regionCode)
  })
}

/** How many can be matched, and a mark that changes when one of them does. */
export async function stateOfMembers(tx: Tx, now: Date): Promise<{ count: number; mark: string }> {
  const states = [await personCandidatesState(tx), await instituteCandidatesState(tx), await achievementCandidatesState(tx), await brokerCandidatesState(tx, now)]
  return { count: states.reduce((sum, { count }) => sum + count, 0), mark: states.map(({ mark }) => mark).join() }
}

const peopleOf = (member: PoolMember) => (member.kind === 'person' ? [member.id, ...member.personIds] : member.personIds)

/** A result, its inventors and their institute say the same in other places: none of them is evidence for another. */
export function ofOneHouse(one?: PoolMember, other?: PoolMember): boolean {
  if (!one || !other) return false
  return one.organisationIds.some((id) => other.organisationIds.includes(id)) || peopleOf(one).some((id) => peopleOf(other).includes(id))
}
