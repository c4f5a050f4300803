import type { Tx } from '#prisma/client'
import { listAchievementCandidates } from '~/domain/achievements/search.server'
import { listBrokerCandidates } from '~/domain/brokers/search.server'
import { district } from '~/domain/district/service.server'
import { listInstituteCandidates } from '~/domain/organisations/search.server'
import { pauses } from '~/domain/kernel/pauses'
import { listPersonCandidates } from '~/domain/people/search.server'
import { gatherKinship, type Kinship } from './kinship'
import { gatherSubjects, type Subjects } from './subjects'
import { poolOf, profileOf, type Candidate, type Pool, type Profile } from './score'

export type PoolMember = Candidate & { title: string; path: string; availableFrom: Date | null; maxLoad: number | null; profile: Profile }
export type CandidatePool = { members: PoolMember[]; pool: Pool; kinship: Kinship; subjects: Subjects; places: Map<string, number> }

/** The pool is read again after this long, in ms: a match may miss what was posted in between, its next run will not. */
const keepFor = 20_000
const portion = 500

type Loaded = { kind: 'person' | 'institute' | 'achievement' | 'broker'; id: string; path: string; title: string; texts: Record<string, string>; keywords: string[]; fields: string[]; organisationIds: string[]; personIds: string[]; place: { regionCode: string; areaKey: string | null } | null; availableFrom: Date | null; maxLoad: number | null; trl?: number; modes?: string[] }

async function all(list: (afterId: string | null) => Promise<{ lastId: string | null; candidates: Loaded[] }>): Promise<Loaded[]> {
  const found: Loaded[] = []
  for (let after: string | null = null; ; ) {
    const { lastId, candidates } = await list(after)
    found.push(...candidates)
    if (!lastId) return found
    after = lastId
  }
}

async function loadPool(tx: Tx, now: Date): Promise<CandidatePool> {
  const [people, institutes, achievements, brokers] = [
    await all((after) => listPersonCandidates(tx, after, portion)),
    await all((after) => listInstituteCandidates(tx, after, portion)),
    await all((after) => listAchievementCandidates(tx, after, portion)),
    await all((after) => listBrokerCandidates(tx, after, portion, now)),
  ]
  // What a person has shown belongs to what the person can do; so do the results of an institute.
  const byPerson = groupBy(achievements, (one) => one.personIds)
  const byOrganisation = groupBy(achievements, (one) => one.organisationIds)
  const { regionCode } = await district()
  const pause = pauses()
  const members: PoolMember[] = []
  for (const one of [...people, ...institutes, ...achievements, ...brokers]) {
    await pause()
    const results = one.kind === 'person' ? (byPerson.get(one.id) ?? []) : one.kind === 'institute' ? (byOrganisation.get(one.id) ?? []) : []
    const sections = [
      { name: 'title', text: one.kind === 'achievement' ? one.title : (one.texts.title ?? '') },
      { name: 'keywords', text: one.keywords.join('、') },
      ...Object.entries(one.texts).filter(([name]) => name !== 'title').map(([name, text]) => ({ name, text })),
      { name: 'results', text: results.slice(0, 12).map((result) => `${result.title}。${result.texts.summary ?? ''}`).join('\n') },
    ].filter((section) => section.text.trim() !== '')
    members.push({
      kind: one.kind, id: one.id, title: one.title, path: one.path, sections, fields: one.fields, modes: one.modes ?? [...new Set(results.flatMap((result) => result.modes ?? []))],
      areaKey: one.place?.areaKey ?? null, place: placeOf(one.place?.regionCode ?? null, regionCode), trl: one.trl ?? null, records: results.length, organisationIds: one.organisationIds, personIds: one.personIds, availableFrom: one.availableFrom, maxLoad: one.maxLoad, profile: profileOf(sections),
    })
  }
  const profiles = members.map((member) => member.profile)
  const pool = poolOf(profiles)
  const [kinship, subjects] = [gatherKinship(pool), gatherSubjects(pool)]
  for (const profile of profiles) {
    await pause()
    kinship.add(profile)
    subjects.add(profile)
  }
  return { members, pool, subjects: subjects.done(), kinship: kinship.done((one, other) => ofOneHouse(members[one], members[other])), places: new Map(members.map(({ id }, place) => [id, place])) }
}

/** A result, its inventors and their institute say the same in other places: none of them is evidence for another. */
function ofOneHouse(one?: PoolMember, other?: PoolMember): boolean {
  if (!one || !other) return false
  const people = (member: PoolMember) => (member.kind === 'person' ? [member.id, ...member.personIds] : member.personIds)
  return one.organisationIds.some((id) => other.organisationIds.includes(id)) || people(one).some((id) => people(other).includes(id))
}

/** District, province or elsewhere, by GB/T 2260: the first two digits name the province. */
function placeOf(regionCode: string | null, district: string): PoolMember['place'] {
  if (regionCode === null) return 'unknown'
  if (regionCode === district) return 'district'
  return regionCode.slice(0, 2) === district.slice(0, 2) ? 'province' : 'outside'
}

function groupBy(items: Loaded[], keys: (item: Loaded) => string[]): Map<string, Loaded[]> {
  const groups = new Map<string, Loaded[]>()
  for (const item of items) for (const key of keys(item)) groups.set(key, [...(groups.get(key) ?? []), item])
  return groups
}

let kept: { at: number; key: string; value: Promise<CandidatePool> } | null = null

/** Everyone and everything that can be matched, with term statistics; kept for a few seconds per database (`key`). */
export function candidatePool(tx: Tx, key: string, now: Date, fresh = false): Promise<CandidatePool> {
  if (!fresh && kept && kept.key === key && Date.now() - kept.at < keepFor) return kept.value
  const value = loadPool(tx, now)
  kept = { at: Date.now(), key, value }
  value.catch(() => (kept = null))
  return value
}
