import { loadTarget, scorePair, computedOf } from '../../app/domain/matching/compute.server'
import { textsOf } from '../../app/domain/matching/members.server'
import { candidatesById } from '../../app/domain/matching/pool.server'
import type { Prisma, PrismaClient } from '../client'
import { idOf } from './ids'

/**
 * Ties what came of what, so that from any record of a deal one can walk to all the others: an application moves its pair on, a
 * choice has a pair of its own, and the contract with the chosen applicant's institute names all of them.
 */
export async function seedLineage(client: PrismaClient, key: string, now: Date): Promise<void> {
  await client.$executeRaw`
    UPDATE "Match" m SET state = 'applied', alternate = false FROM "Application" a
    WHERE (a."needId" = m."needId" OR a."scenarioId" = m."scenarioId") AND a."personId" = m."personId" AND a.state NOT IN ('draft', 'withdrawn')`
  const chosen = await client.application.findMany({ where: { state: 'selected', sample: true }, select: { id: true, needId: true, scenarioId: true, personId: true, decidedAt: true, need: { select: { state: true } } }, orderBy: { id: 'asc' } })
  const known = new Set((await client.match.findMany({ where: { personId: { not: null } }, select: { needId: true, scenarioId: true, personId: true } })).map((match) => `${match.needId ?? match.scenarioId}/${match.personId}`))
  const data = await candidatesById(client, key, { ids: chosen.map(({ personId }) => personId).filter((id) => id !== null) })
  const people = new Map(data.members.filter(({ kind }) => kind === 'person').map((member) => [member.id, member]))
  const texts = await textsOf(client, [...people.values()], now)
  const rows: Prisma.MatchCreateManyInput[] = []
  for (const application of chosen) {
    const targetId = application.needId ?? application.scenarioId ?? ''
    const target = known.has(`${targetId}/${application.personId}`) ? null : await loadTarget({ tx: client }, application.needId ? 'need' : 'scenario', targetId)
    const candidate = application.personId && people.get(application.personId)
    if (!target || !candidate) continue
    const { parts, passages, ...computed } = computedOf(target, await scorePair(target, candidate, data), texts.get(candidate.id) ?? [], data, 1, false)
    rows.push({ id: idOf('match', application.id), needId: application.needId, scenarioId: application.scenarioId, candidateKind: 'person', personId: application.personId, ...computed, parts: parts as unknown as Prisma.InputJsonValue, passages: passages as unknown as Prisma.InputJsonValue, state: application.need?.state === 'contracted' ? 'contracted' : 'applied', notifiedAt: application.decidedAt, decidedAt: application.decidedAt, sample: true, createdAt: application.decidedAt ?? now })
  }
  await client.match.createMany({ data: rows })
  await client.$executeRaw`
    UPDATE "Application" a SET "matchId" = m.id FROM "Match" m
    WHERE (a."needId" = m."needId" OR a."scenarioId" = m."scenarioId") AND a."personId" = m."personId" AND a.state NOT IN ('draft', 'withdrawn')`
  await client.$executeRaw`
    UPDATE "Contract" c SET "applicationId" = a.id, "matchId" = a."matchId" FROM "Application" a
    JOIN "Person" p ON p.id = a."personId"
    JOIN "ContractParty" s ON s.side = 'seller' AND s."organisationId" = p."organisationId"
    WHERE s."contractId" = c.id AND a.state = 'selected' AND (c."needId" = a."needId" OR c."scenarioId" = a."scenarioId")`
  await client.$executeRaw`UPDATE "Match" m SET state = 'contracted' FROM "Contract" c WHERE c."matchId" = m.id`
}
