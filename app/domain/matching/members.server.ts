import type { Tx } from '#prisma/client'
import { documentId } from '#search/document'
import { achievementCandidatesAmong, listAchievementCandidates, resultsOfOwners } from '~/domain/achievements/search.server'
import { brokerCandidatesAmong, listBrokerCandidates } from '~/domain/brokers/search.server'
import { instituteCandidatesAmong, listInstituteCandidates } from '~/domain/organisations/search.server'
import { listPersonCandidates, personCandidatesAmong } from '~/domain/people/search.server'
import type { Section } from './profile'
import type { CandidateKind } from './schema'

/** Candidates of each kind, by number or id. */
export type MemberKeys = Record<CandidateKind, string[]>

/** What a candidate is called among the documents of the search index. */
export const searchTypeOf = { person: 'expert', institute: 'institute', achievement: 'achievement', broker: 'broker' } as const satisfies Record<CandidateKind, string>

/** The id of a candidate's row, by the number in its address. */
export const rowIdOf = (kind: CandidateKind, number: string): string => documentId(searchTypeOf[kind], number)

/** A candidate as its record and results say, with the texts that are compared. `rowId` is the search document's. */
export type Member = {
  rowId: string; kind: CandidateKind; id: string; sections: Section[]; organisationId: string | null; personIds: string[]; fields: string[]; modes: string[]
  trl: number | null; records: number; availableFrom: Date | null; maxLoad: number | null
}

type Loaded = { kind: CandidateKind; id: string; path: string; title: string; texts: Record<string, string>; keywords: string[]; fields: string[]; organisationIds: string[]; personIds: string[]; availableFrom: Date | null; maxLoad: number | null; trl?: number; modes?: string[] }

/** So many results of a person or an institute are part of what is compared. */
const shownResults = 12

/** What a person has shown belongs to what the person can do; so do the results of an institute. */
function memberOf(one: Loaded, { count, results }: { count: number; results: readonly Loaded[] }): Member {
  const sections = [
    { name: 'title', text: one.kind === 'achievement' ? one.title : (one.texts.title ?? '') },
    { name: 'keywords', text: one.keywords.join('、') },
    ...Object.entries(one.texts).filter(([name]) => name !== 'title').map(([name, text]) => ({ name, text })),
    { name: 'results', text: results.map((result) => `${result.title}。${result.texts.summary ?? ''}`).join('\n') },
  ].filter((section) => section.text.trim() !== '')
  const { kind, id, fields, organisationIds, personIds, availableFrom, maxLoad } = one
  const modes = one.modes ?? [...new Set(results.flatMap((result) => result.modes ?? []))]
  return { rowId: rowIdOf(kind, one.path.split('/').at(-1) ?? ''), kind, id, sections, fields, modes, trl: one.trl ?? null, records: count, organisationId: organisationIds[0] ?? null, personIds, availableFrom, maxLoad }
}

async function withResults(tx: Tx, all: readonly Loaded[]): Promise<Member[]> {
  const of = (kind: CandidateKind) => all.filter((one) => one.kind === kind).map(({ id }) => id)
  const [people, institutes] = [of('person'), of('institute')]
  const owners = people.length + institutes.length === 0 ? new Map<string, { count: number; results: Loaded[] }>() : await resultsOfOwners(tx, people, institutes, shownResults)
  return all.map((one) => memberOf(one, owners.get(one.id) ?? { count: 0, results: [] }))
}

/** Those of the given ones that can be matched now, in the order of kinds and ids. */
export async function membersAmong(tx: Tx, keys: Partial<MemberKeys>, now: Date): Promise<Member[]> {
  const { person = [], institute = [], achievement = [], broker = [] } = keys
  return withResults(tx, [
    ...(person.length > 0 ? await personCandidatesAmong(tx, person) : []),
    ...(institute.length > 0 ? await instituteCandidatesAmong(tx, institute) : []),
    ...(achievement.length > 0 ? await achievementCandidatesAmong(tx, achievement) : []),
    ...(broker.length > 0 ? await brokerCandidatesAmong(tx, broker, now) : []),
  ])
}

const lists: Record<CandidateKind, (tx: Tx, afterId: string | null, limit: number, now: Date) => Promise<{ lastId: string | null; candidates: Loaded[] }>> = { person: listPersonCandidates, institute: listInstituteCandidates, achievement: listAchievementCandidates, broker: listBrokerCandidates }

/** Those of a kind that can be matched, in portions, in the order of their ids; `lastId` is null when there are none after the given one. */
export async function membersAfter(tx: Tx, kind: CandidateKind, afterId: string | null, limit: number, now: Date): Promise<{ lastId: string | null; members: Member[] }> {
  const { lastId, candidates } = await lists[kind](tx, afterId, limit, now)
  return { lastId, members: await withResults(tx, candidates) }
}

/** What was said of candidates that can be matched now, by id: the texts that passages are shown from. */
export async function textsOf(tx: Tx, candidates: readonly { kind: CandidateKind; id: string }[], now: Date): Promise<Map<string, Section[]>> {
  const of = (kind: CandidateKind) => candidates.filter((one) => one.kind === kind).map(({ id }) => id)
  const members = await membersAmong(tx, { person: of('person'), institute: of('institute'), achievement: of('achievement'), broker: of('broker') }, now)
  return new Map(members.map(({ id, sections }) => [id, sections]))
}
