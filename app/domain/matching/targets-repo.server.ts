import type { Tx } from '#prisma/client'
import type { TargetKind } from './schema'

export type TargetKey = { needId: string } | { scenarioId: string }
/** The columns of a target. */
export const targetKey = (kind: TargetKind, id: string): TargetKey => (kind === 'need' ? { needId: id } : { scenarioId: id })

/** An open need or scenario; `mark` changes with it. `version` and `found` are of its last run, null before the first. */
export type OpenTargetRow = { id: string; kind: TargetKind; mark: Date; version: string | null; found: number | null }

/** Every need and scenario that is published and not over. */
export function openTargets(tx: Tx, now: Date): Promise<OpenTargetRow[]> {
  return tx.$queryRaw<OpenTargetRow[]>`
    SELECT n.id, 'need' AS kind, n."updatedAt" AS mark, t.version, t.found FROM "Need" n LEFT JOIN "MatchedTarget" t ON t."needId" = n.id WHERE n.state = 'published' AND n.deadline > ${now}
    UNION ALL
    SELECT s.id, 'scenario', s."updatedAt", t.version, t.found FROM "Scenario" s LEFT JOIN "MatchedTarget" t ON t."scenarioId" = s.id
    WHERE s.publication = 'published' AND (s."closesAt" IS NULL OR s."closesAt" > ${now})
    ORDER BY id`
}

/** Keeps what a run found for a target. */
export async function keepMatched(tx: Tx, key: TargetKey, values: { version: string; found: number; short: boolean; computedAt: Date }): Promise<void> {
  await tx.matchedTarget.upsert({ where: 'needId' in key ? { needId: key.needId } : { scenarioId: key.scenarioId }, create: { ...key, ...values }, update: values })
}

/** So many more (or, below 0, fewer) suit a target than its last run found. */
export async function addFound(tx: Tx, key: TargetKey, by: number): Promise<void> {
  await tx.matchedTarget.updateMany({ where: key, data: { found: { increment: by } } })
}

export function matchedTarget(tx: Tx, key: TargetKey) {
  return tx.matchedTarget.findFirst({ where: key })
}
