import type { CandidateKind, MatchState, Tx } from '#prisma/client'

export type OpenPairRow = {
  id: string; target: string; candidate: string; kind: CandidateKind; state: MatchState; score: number; ranking: number; rank: number; alternate: boolean
  byHand: boolean; pinned: boolean; correction: string | null; accompaniedBy: string | null; maxLoad: number | null
}

/** Every pair of a need or scenario that is published and not over, without its texts. */
export function openPairs(tx: Tx, now: Date): Promise<OpenPairRow[]> {
  return tx.$queryRaw<OpenPairRow[]>`
    SELECT m.id, coalesce(m."needId", m."scenarioId") AS target, coalesce(m."personId", m."organisationId", m."achievementId", m."brokerId") AS candidate, m."candidateKind"::text AS kind, m.state::text AS state,
      m.score::float8 AS score, CASE WHEN m.ranking > 0 THEN m.ranking ELSE m.score::float8 END AS ranking, m.rank, m.alternate, m."byHand", m.pinned, m.correction, m."accompaniedBy", coalesce(p."maxLoad", b."maxLoad") AS "maxLoad"
    FROM "Match" m LEFT JOIN "Need" n ON n.id = m."needId" LEFT JOIN "Scenario" s ON s.id = m."scenarioId" LEFT JOIN "Person" p ON p.id = m."personId" LEFT JOIN "Broker" b ON b.id = m."brokerId"
    WHERE (n.state = 'published' AND n.deadline > ${now}) OR (s.publication = 'published' AND (s."closesAt" IS NULL OR s."closesAt" > ${now}))
    ORDER BY m.id`
}

/** Whether it is shown, and where it stands. Not a change of the pair itself: whoever has its page open keeps it. */
export async function place(tx: Tx, id: string, { rank, alternate }: { rank: number; alternate: boolean }): Promise<void> {
  await tx.match.updateMany({ where: { id }, data: { rank, alternate } })
}
