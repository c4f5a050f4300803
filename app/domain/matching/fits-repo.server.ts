import type { CandidateKind, Prisma, Tx } from '#prisma/client'
import type { MatchPart } from './schema'
import type { TargetKey } from './targets-repo.server'

export type NewFit = { candidateKind: CandidateKind; candidateId: string; score: string; reasons: MatchPart['reason'][] }

/** Whom a target may interest now, in place of those before. */
export async function replaceFits(tx: Tx, target: TargetKey, fits: readonly NewFit[]): Promise<void> {
  await tx.matchFit.deleteMany({ where: target })
  await addFits(tx, target, fits)
}

/** More whom a target may interest. */
export async function addFits(tx: Tx, target: TargetKey, fits: readonly NewFit[]): Promise<void> {
  await tx.matchFit.createMany({ data: fits.map((fit) => ({ ...target, ...fit, reasons: fit.reasons as unknown as Prisma.InputJsonValue })) })
}

/** Who somebody is as a candidate. */
export type Own = { personId: string | null; brokerId: string | null; organisationIds: readonly string[] }

/** The ids of everything of theirs that can be matched: themselves, their institutes, and the published results of either. */
export async function candidateIds(tx: Tx, { personId, brokerId, organisationIds }: Own): Promise<string[]> {
  const results = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM "Achievement" a WHERE a.published AND (a."organisationId" = ANY(${[...organisationIds]}::uuid[])
      OR EXISTS (SELECT 1 FROM "AchievementInventor" i WHERE i."achievementId" = a.id AND i."personId" = ${personId}::uuid))`
  return [personId, brokerId, ...organisationIds, ...results.map(({ id }) => id)].filter((id) => id !== null)
}

export type FitRow = { targetId: string; kind: 'need' | 'scenario'; number: string; title: string; owner: string; deadline: Date | null; score: number; reasons: MatchPart['reason'][]; candidateKind: CandidateKind; candidate: string }

/**
 * Open needs and scenarios that may interest these candidates, best first, each once with the candidate that fits it best. Not those that one
 * of them was told of already, or that somebody has decided: they stand among the matches.
 */
export function fitsFor(tx: Tx, ids: readonly string[], now: Date, take: number): Promise<FitRow[]> {
  return tx.$queryRaw<FitRow[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (coalesce(f."needId", f."scenarioId")) coalesce(f."needId", f."scenarioId") AS "targetId", CASE WHEN n.id IS NULL THEN 'scenario' ELSE 'need' END AS kind,
        coalesce(n.number, s.serial) AS number, coalesce(n.title, s.title) AS title, o.name AS owner, coalesce(n.deadline, s."closesAt") AS deadline,
        f.score::float8 AS score, f.reasons, f."candidateKind"::text AS "candidateKind", coalesce(a.title, i.name, p.name, b.name, '') AS candidate
      FROM "MatchFit" f LEFT JOIN "Need" n ON n.id = f."needId" LEFT JOIN "Scenario" s ON s.id = f."scenarioId" JOIN "Organisation" o ON o.id = coalesce(n."organisationId", s."leadId")
        LEFT JOIN "Achievement" a ON a.id = f."candidateId" LEFT JOIN "Organisation" i ON i.id = f."candidateId" LEFT JOIN "Person" p ON p.id = f."candidateId" LEFT JOIN "Broker" b ON b.id = f."candidateId"
      WHERE f."candidateId" = ANY(${[...ids]}::uuid[])
        AND ((n.state = 'published' AND n.deadline > ${now}) OR (s.publication = 'published' AND (s."closesAt" IS NULL OR s."closesAt" > ${now})))
        AND NOT EXISTS (SELECT 1 FROM "Match" m WHERE coalesce(m."needId", m."scenarioId") = coalesce(f."needId", f."scenarioId") AND m.state <> 'suggested'
          AND coalesce(m."personId", m."organisationId", m."achievementId", m."brokerId") = ANY(${[...ids]}::uuid[]))
      ORDER BY coalesce(f."needId", f."scenarioId"), f.score DESC, f."candidateId"
    ) best ORDER BY score DESC, "targetId" LIMIT ${take}`
}
