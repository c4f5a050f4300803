import type { CandidateKind, Tx } from '#prisma/client'
import type { TargetKey } from './targets-repo.server'

/** A candidate that may have changed: what matching last read of it. */
export type Seen = { id: string; kind: CandidateKind; mark: string; ownerIds: string[]; changedAt: Date | null }

/** Notes that a candidate may be another since now; `forget`: whatever was last read of it. */
export async function noteChanged(tx: Tx, kind: CandidateKind, id: string, now: Date, forget: boolean): Promise<void> {
  await tx.matchSeen.upsert({ where: { id }, create: { id, kind, changedAt: now }, update: { changedAt: now, ...(forget && { mark: '' }) } })
}

/** Those that may have changed, the longest ago first. */
export function changed(tx: Tx): Promise<Seen[]> {
  return tx.matchSeen.findMany({ where: { changedAt: { not: null } }, orderBy: [{ changedAt: 'asc' }, { id: 'asc' }] })
}

export function seenAmong(tx: Tx, ids: readonly string[]): Promise<Seen[]> {
  return tx.matchSeen.findMany({ where: { id: { in: [...ids] } } })
}

/** Which of some candidates have a pair, or a target that may interest them. */
export async function pairedAmong(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM unnest(${[...ids]}::uuid[]) AS asked (id) WHERE EXISTS (SELECT 1 FROM "MatchFit" f WHERE f."candidateId" = asked.id)
      OR EXISTS (SELECT 1 FROM "Match" m WHERE coalesce(m."personId", m."organisationId", m."achievementId", m."brokerId") = asked.id)`
  return rows.map(({ id }) => id)
}

/** Keeps what was read of candidates. One that changed once more since it was taken up stays to be looked at. */
export async function keepAllSeen(tx: Tx, all: readonly Seen[]): Promise<void> {
  for (const { id, kind, mark, ownerIds, changedAt } of all) {
    await tx.matchSeen.upsert({ where: { id }, create: { id, kind, mark, ownerIds }, update: { mark, ownerIds } })
    if (changedAt) await tx.matchSeen.updateMany({ where: { id, changedAt }, data: { changedAt: null } })
  }
}

/** How many fits each target keeps, the least of their scores, and which of some candidates are among them. */
export function fitsOfTargets(tx: Tx, ids: string[]): Promise<{ target: string; count: number; least: number; among: string[] }[]> {
  return tx.$queryRaw`
    SELECT coalesce("needId", "scenarioId") AS target, count(*)::int AS count, min(score)::float8 AS least,
      coalesce(array_agg("candidateId") FILTER (WHERE "candidateId" = ANY(${ids}::uuid[])), '{}') AS among
    FROM "MatchFit" GROUP BY 1`
}

/** Takes some candidates out of those whom a target may interest. */
export async function dropFits(tx: Tx, key: TargetKey, ids: string[]): Promise<void> {
  await tx.matchFit.deleteMany({ where: { ...key, candidateId: { in: ids } } })
}

/** Leaves a target the best `most` of its fits. */
export async function trimFits(tx: Tx, key: TargetKey, most: number): Promise<void> {
  const beyond = await tx.matchFit.findMany({ where: key, orderBy: [{ score: 'desc' }, { candidateId: 'asc' }], skip: most, select: { id: true } })
  if (beyond.length > 0) await tx.matchFit.deleteMany({ where: { id: { in: beyond.map(({ id }) => id) } } })
}
