import { type Prisma, type CandidateKind, type MatchState, type Tx } from '#prisma/client'
import type { MatchFacts } from './policy'
import { candidatePath } from './sides'
import type { TargetKey } from './targets-repo.server'
import type { MatchPart, MatchPassage, MatchSide, QueueInput } from './schema'

const shape = {
  need: { select: { id: true, number: true, title: true, organisationId: true, deadline: true, fundingMin: true, fundingMax: true, selection: true, field: true, organisation: { select: { name: true } } } },
  scenario: { select: { id: true, serial: true, title: true, leadId: true, ownerId: true, closesAt: true, budgetMin: true, budgetMax: true, field: true, lead: { select: { name: true } } } },
  person: { select: { id: true, number: true, name: true, title: true, accountId: true, organisationId: true, availableFrom: true, maxLoad: true, organisation: { select: { name: true } }, _count: { select: { inventions: true } } } },
  organisation: { select: { id: true, name: true, summary: true } },
  achievement: { select: { id: true, number: true, title: true, trl: true, organisationId: true, organisation: { select: { name: true } }, inventors: { select: { personId: true } } } },
  broker: { select: { id: true, number: true, name: true, organisationId: true, accountId: true, maxLoad: true } },
  accompanying: { select: { id: true, number: true, name: true } },
} satisfies Prisma.MatchInclude

type Row = Prisma.MatchGetPayload<{ include: typeof shape }>
export type MatchRecord = Row & MatchFacts

function withFacts(row: Row): MatchRecord {
  const ownerIds = row.need ? [row.need.organisationId] : [row.scenario?.leadId, row.scenario?.ownerId].filter((id): id is string => Boolean(id))
  const organisationIds = row.organisation ? [row.organisation.id] : row.achievement?.organisationId ? [row.achievement.organisationId] : []
  return Object.assign(row, { ownerIds, organisationIds, personAccountId: row.person?.accountId ?? row.broker?.accountId ?? null, inventorIds: row.achievement?.inventors.map(({ personId }) => personId) ?? [] })
}

export async function find(tx: Tx, id: string): Promise<MatchRecord | null> {
  const row = await tx.match.findUnique({ where: { id }, include: shape })
  return row && withFacts(row)
}

export async function findLocked(tx: Tx, id: string): Promise<MatchRecord | null> {
  await tx.$queryRaw`SELECT id FROM "Match" WHERE id = ${id}::uuid FOR UPDATE`
  return find(tx, id)
}

export type CandidateKey = { candidateKind: CandidateKind; personId: string | null; organisationId: string | null; achievementId: string | null; brokerId: string | null }

/** The columns of a candidate; one of them names it. */
export function candidateKey(kind: CandidateKind, id: string): CandidateKey {
  return { candidateKind: kind, personId: kind === 'person' ? id : null, organisationId: kind === 'institute' ? id : null, achievementId: kind === 'achievement' ? id : null, brokerId: kind === 'broker' ? id : null }
}

export function candidateIdOf(row: { personId: string | null; organisationId: string | null; achievementId: string | null; brokerId: string | null }): string {
  return row.personId ?? row.organisationId ?? row.achievementId ?? row.brokerId ?? ''
}

export function listOfTarget(tx: Tx, target: TargetKey) {
  return tx.match.findMany({ where: target, select: { id: true, candidateKind: true, personId: true, organisationId: true, achievementId: true, brokerId: true, state: true, byHand: true, pinned: true, correction: true, accompaniedBy: true, alternate: true, rank: true, score: true, ranking: true, person: { select: { maxLoad: true } }, broker: { select: { maxLoad: true } } } })
}
export type KnownPair = Awaited<ReturnType<typeof listOfTarget>>[number]

/** Who stands in a target's list, without those that stand by: the address of the candidate, and the pair. */
export async function candidatesOf(tx: Tx, target: TargetKey): Promise<{ path: string; matchId: string }[]> {
  const rows = await tx.match.findMany({ where: { ...target, alternate: false }, include: shape })
  return rows.map((row) => ({ path: candidatePath(withFacts(row)), matchId: row.id }))
}

export type Computed = { score: string; parts: MatchPart[]; passages: MatchPassage[]; weightsVersion: string; rank: number; alternate: boolean; ranking?: number }
const json = (value: unknown) => value as Prisma.InputJsonValue

export async function insert(tx: Tx, target: TargetKey, candidate: CandidateKey, computed: Computed, more: { byHand?: boolean; state?: MatchState } = {}): Promise<string> {
  const { parts, passages, ...rest } = computed
  const made = await tx.match.create({ data: { ...target, ...candidate, ...rest, ...more, parts: json(parts), passages: json(passages) }, select: { id: true } })
  return made.id
}

/** New pairs of one target, in one statement. Answers their ids by those of the candidates. */
export async function insertAll(tx: Tx, target: TargetKey, pairs: readonly { candidate: CandidateKey; computed: Computed }[]): Promise<Map<string, string>> {
  const data = pairs.map(({ candidate, computed: { parts, passages, ...rest } }) => ({ ...target, ...candidate, ...rest, parts: json(parts), passages: json(passages) }))
  const made = await tx.match.createManyAndReturn({ data, select: { id: true, personId: true, organisationId: true, achievementId: true, brokerId: true } })
  return new Map(made.map((row) => [candidateIdOf(row), row.id]))
}

export async function rescore(tx: Tx, id: string, computed: Computed) {
  const { parts, passages, ...rest } = computed
  await tx.match.update({ where: { id }, data: { ...rest, parts: json(parts), passages: json(passages) } })
}

/** One that stood by stands among the others, as added by hand. */
export async function promote(tx: Tx, id: string) {
  await tx.match.update({ where: { id }, data: { alternate: false, byHand: true, version: { increment: 1 } } })
}

export async function remove(tx: Tx, ids: string[]) {
  await tx.match.deleteMany({ where: { id: { in: ids } } })
}

export async function update(tx: Tx, id: string, version: number, values: Prisma.MatchUncheckedUpdateManyInput): Promise<boolean> {
  const { count } = await tx.match.updateMany({ where: { id, version }, data: { ...values, version: { increment: 1 } } })
  return count === 1
}

/** Pairs that people or brokers work on now, as the candidate or as the one who accompanies: what their load is counted by. */
export async function loads(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; load: number }[]>`
    SELECT w.id, count(DISTINCT m.id)::int AS load FROM "Match" m CROSS JOIN LATERAL (VALUES (m."personId"), (m."brokerId"), (m."accompaniedBy")) w(id)
    WHERE m.state IN ('accepted', 'met', 'applied') AND w.id IS NOT NULL GROUP BY 1`
  return new Map(rows.map((row) => [row.id, row.load]))
}

const ofBroker = (brokerId: string): Prisma.MatchWhereInput => ({ alternate: false, OR: [{ brokerId }, { accompaniedBy: brokerId }] })

export function pairsOfBroker(tx: Tx, brokerId: string) {
  return tx.match.findMany({ where: ofBroker(brokerId), select: { id: true, state: true, createdAt: true, notifiedAt: true } })
}

/** When each of a broker's pairs first came to each state. */
export function firstSteps(tx: Tx, brokerId: string) {
  return tx.$queryRaw<{ id: string; state: MatchState; at: Date }[]>`
    SELECT m.id, t."toState" AS state, min(t."occurredAt") AS at FROM "Match" m JOIN "Transition" t ON t.entity = 'match' AND t."entityId" = m.id
    WHERE NOT m.alternate AND (m."brokerId" = ${brokerId}::uuid OR m."accompaniedBy" = ${brokerId}::uuid) GROUP BY 1, 2`
}

/** Open suggestions by candidate, but for those of one target: pairs that wait or were told, of needs and scenarios that are still open. */
export async function held(tx: Tx, now: Date, exceptTarget: string | null): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; held: number }[]>`
    SELECT coalesce(m."personId", m."organisationId", m."achievementId", m."brokerId") AS id, count(*)::int AS held FROM "Match" m
    LEFT JOIN "Need" n ON n.id = m."needId" LEFT JOIN "Scenario" s ON s.id = m."scenarioId"
    WHERE m.state IN ('suggested', 'notified') AND NOT m.alternate AND coalesce(m."needId", m."scenarioId") IS DISTINCT FROM ${exceptTarget}::uuid
      AND ((n.state = 'published' AND n.deadline > ${now}) OR (s.publication = 'published' AND (s."closesAt" IS NULL OR s."closesAt" > ${now})))
    GROUP BY 1`
  return new Map(rows.map((row) => [row.id, row.held]))
}

export function conflicts(tx: Tx) {
  return tx.conflictDeclaration.findMany({ select: { organisationId: true, otherId: true } })
}

export type QueueFilter = Omit<QueueInput, 'state' | 'page'> & { states: readonly MatchState[] }
export const waiting: QueueFilter = { states: ['suggested', 'notified'], kind: null, field: null, target: null, from: null, broker: null, pinned: false }

function whereOf({ states, kind, field, target, from, broker, pinned }: QueueFilter): Prisma.MatchWhereInput {
  const of = (need: Prisma.NeedWhereInput, scenario: Prisma.ScenarioWhereInput): Prisma.MatchWhereInput => ({ OR: [{ need }, { scenario }] })
  return {
    state: { in: [...states] },
    alternate: false,
    ...(kind && { candidateKind: kind }),
    ...(from !== null && { score: { gte: from } }),
    ...(broker && { accompaniedBy: broker === 'with' ? { not: null } : null }),
    ...(pinned && { pinned }),
    AND: [...(field ? [of({ field }, { field })] : []), ...(target ? [of({ number: target }, { serial: target })] : [])],
  }
}

export async function queue(tx: Tx, filter: QueueFilter, skip: number, take: number): Promise<{ total: number; rows: MatchRecord[] }> {
  const where = whereOf(filter)
  const rows = await tx.match.findMany({ where, include: shape, orderBy: [{ score: 'desc' }, { id: 'asc' }], skip, take })
  return { total: await tx.match.count({ where }), rows: rows.map(withFacts) }
}

/** The next pair that waits after this one, best first. */
export async function nextWaiting(tx: Tx, after: { id: string; score: Prisma.Decimal }): Promise<MatchRecord | null> {
  const row = await tx.match.findFirst({
    where: { ...whereOf(waiting), id: { not: after.id }, OR: [{ score: { lt: after.score } }, { score: after.score, id: { gt: after.id } }] },
    include: shape,
    orderBy: [{ score: 'desc' }, { id: 'asc' }],
  })
  return row && withFacts(row)
}

/** Those that stand by for the target of a pair, in the order in which they move up. */
export function alternates(tx: Tx, match: MatchRecord, take: number) {
  return tx.match.findMany({ where: { ...(match.needId ? { needId: match.needId } : { scenarioId: match.scenarioId }), alternate: true }, include: shape, orderBy: { rank: 'asc' }, take })
}

/** The matches of a person, their institutes, results or broker's work: ids of the actor are part of the query. */
export async function ofCandidate(tx: Tx, own: { personId: string | null; brokerId: string | null; organisationIds: string[] }, take: number): Promise<MatchRecord[]> {
  const mine: Prisma.MatchWhereInput[] = []
  if (own.personId) mine.push({ personId: own.personId }, { achievement: { inventors: { some: { personId: own.personId } } } })
  if (own.brokerId) mine.push({ brokerId: own.brokerId })
  if (own.organisationIds.length > 0) mine.push({ organisationId: { in: own.organisationIds } }, { achievement: { organisationId: { in: own.organisationIds } } })
  // A broker sees what they were asked to accompany from the first day; the others what they were told of.
  const told: Prisma.MatchWhereInput = { OR: mine, state: { notIn: ['suggested', 'excluded'] } }
  const named: Prisma.MatchWhereInput[] = own.brokerId ? [{ accompaniedBy: own.brokerId, state: { not: 'excluded' } }] : []
  if (mine.length === 0) return []
  const rows = await tx.match.findMany({ where: { OR: [told, ...named], alternate: false }, include: shape, orderBy: [{ score: 'desc' }, { id: 'asc' }], take })
  return rows.map(withFacts)
}

/** The pairs of a result that its owners were told of. */
export async function ofResult(tx: Tx, achievementId: string, take: number): Promise<MatchRecord[]> {
  const rows = await tx.match.findMany({ where: { achievementId, alternate: false, state: { notIn: ['suggested', 'excluded'] } }, include: shape, orderBy: [{ score: 'desc' }, { id: 'asc' }], take })
  return rows.map(withFacts)
}

export async function ofTarget(tx: Tx, target: TargetKey, take: number): Promise<MatchRecord[]> {
  const rows = await tx.match.findMany({ where: { ...target, alternate: false, state: { not: 'excluded' } }, include: shape, orderBy: [{ score: 'desc' }, { id: 'asc' }], take })
  return rows.map(withFacts)
}

export async function ofOwners(tx: Tx, organisationIds: string[], take: number): Promise<MatchRecord[]> {
  const rows = await tx.match.findMany({ where: { OR: [{ need: { organisationId: { in: organisationIds } } }, { scenario: { leadId: { in: organisationIds } } }], alternate: false, state: { notIn: ['suggested', 'excluded'] } }, include: shape, orderBy: [{ score: 'desc' }, { id: 'asc' }], take })
  return rows.map(withFacts)
}

export type Recipient = { email: string; name: string; locale: 'zh-CN' | 'en' }
const account = { select: { email: true, name: true, locale: true, disabledAt: true } }
const recipientOf = (row: { email: string; name: string; locale: string }): Recipient => ({ email: row.email, name: row.name, locale: row.locale === 'en' ? 'en' : 'zh-CN' })

/** Whom a candidate's news go to: the person or broker, or the people of the institute. */
export async function recipients(tx: Tx, candidate: CandidateKey & { organisationIds: string[]; personIds: string[] }): Promise<Recipient[]> {
  const people = candidate.personIds.length > 0 ? await tx.person.findMany({ where: { id: { in: candidate.personIds }, account: { disabledAt: null } }, include: { account } }) : []
  const broker = candidate.brokerId ? await tx.broker.findUnique({ where: { id: candidate.brokerId }, include: { account } }) : null
  const members = candidate.candidateKind === 'institute' || candidate.candidateKind === 'achievement' ? await tx.membership.findMany({ where: { organisationId: { in: candidate.organisationIds }, role: 'institute', account: { disabledAt: null } }, include: { account } }) : []
  const found = [...people.map((person) => person.account), broker?.account, ...members.map((member) => member.account)].flatMap((one) => (one && !one.disabledAt ? [recipientOf(one)] : []))
  return [...new Map(found.map((one) => [one.email, one])).values()]
}

/** Where a broker is written to, whatever has become of the certificate; null without an account that is open. */
export async function brokerAccount(tx: Tx, id: string): Promise<Recipient | null> {
  const broker = await tx.broker.findUnique({ where: { id }, include: { account } })
  return broker?.account && !broker.account.disabledAt ? recipientOf(broker.account) : null
}

/** Whom the owner's news go to. */
export async function ownerRecipients(tx: Tx, ownerIds: readonly string[]): Promise<Recipient[]> {
  const members = await tx.membership.findMany({ where: { organisationId: { in: [...ownerIds] }, role: { in: ['enterprise', 'publisher'] }, account: { disabledAt: null } }, include: { account } })
  return [...new Map(members.map((member) => [member.account.email, recipientOf(member.account)])).values()]
}

/** The last word of a side. */
export async function saveAnswer(tx: Tx, matchId: string, side: MatchSide, said: { accepted: boolean; why: string | null; note: string; actorName: string; answeredAt: Date }) {
  await tx.matchAnswer.upsert({ where: { matchId_side: { matchId, side } }, create: { matchId, side, ...said }, update: said })
}

export function answersOf(tx: Tx, matchId: string) {
  return tx.matchAnswer.findMany({ where: { matchId }, orderBy: { answeredAt: 'asc' } })
}

const decidedStates: MatchState[] = ['accepted', 'met', 'applied', 'contracted', 'declined', 'excluded']

/** The pairs that people decided, the last first, with what was said of them. */
export async function decided(tx: Tx, take: number) {
  const rows = await tx.match.findMany({ where: { state: { in: decidedStates }, parts: { not: [] } }, include: { ...shape, answers: { orderBy: { answeredAt: 'desc' } } }, orderBy: [{ decidedAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }], take })
  return rows.map((row) => Object.assign(withFacts(row), { answers: row.answers }))
}

export function history(tx: Tx, id: string) {
  return tx.transition.findMany({ where: { entity: 'match', entityId: id }, orderBy: { occurredAt: 'desc' } })
}

export function findFor(tx: Tx, where: Prisma.MatchWhereInput) {
  return tx.match.findMany({ where, select: { id: true, state: true, version: true } })
}
