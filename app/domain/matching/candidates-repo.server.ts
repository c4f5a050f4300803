import { Prisma, type Tx } from '#prisma/client'
import type { CandidateKind } from './schema'

/** A row as it is read, with where its organisation is. `profile` is packed. */
export type CandidateRow = {
  id: string; candidateId: string; kind: CandidateKind; organisationId: string | null; personIds: string[]; fields: string[]; modes: string[]
  trl: number | null; records: number; availableFrom: Date | null; maxLoad: number | null; profile: Uint8Array; hash: string; regionCode: string | null; areaKey: string | null
}
/** A row as it is written. */
export type NewCandidateRow = Omit<CandidateRow, 'regionCode' | 'areaKey'> & { version: string }

/** Until the transaction ends, nobody else writes rows: who reads records after this has them as they are when the row is written. */
export async function lockRows(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('MatchCandidate'))`
}

/** Where an organisation is can change without its people and results being written again: that is read, not kept. */
const rows = Prisma.sql`
  SELECT c.id, c."candidateId", c.kind::text, c."organisationId", c."personIds", c.fields, c.modes, c.trl, c.records, c."availableFrom", c."maxLoad", c.profile, c.hash, o."regionCode", o."areaKey"
  FROM "MatchCandidate" c LEFT JOIN "Organisation" o ON o.id = c."organisationId"`

/** Rows of a version with one of these ids, of their own or of the candidate. */
export function rowsAmong(tx: Tx, version: string, ids: string[], candidateIds: string[]): Promise<CandidateRow[]> {
  return tx.$queryRaw`${rows} WHERE c.id IN (
    SELECT id FROM "MatchCandidate" WHERE id = ANY(${ids}::text[]) UNION SELECT id FROM "MatchCandidate" WHERE "candidateId" = ANY(${candidateIds}::uuid[])
  ) AND c.version = ${version} ORDER BY c.id`
}

/** Rows of a version in the order of their hashes, after one. */
export function rowsAfter(tx: Tx, version: string, afterHash: string, limit: number): Promise<CandidateRow[]> {
  return tx.$queryRaw`${rows} WHERE c.version = ${version} AND c.hash > ${afterHash} ORDER BY c.hash LIMIT ${limit}`
}

/** The ids of rows that were written after a time, the last first. */
export async function writtenSince(tx: Tx, time: Date, limit: number): Promise<string[]> {
  const found = await tx.matchCandidate.findMany({ where: { writtenAt: { gt: time } }, orderBy: { writtenAt: 'desc' }, take: limit, select: { id: true } })
  return found.map(({ id }) => id)
}

/** Ids and packed profiles of rows of a version in the order of their hashes, after one: what a whole pool is gone through with. */
export function profilesAfter(tx: Tx, version: string, afterHash: string, limit: number): Promise<Pick<CandidateRow, 'id' | 'profile' | 'hash'>[]> {
  return tx.matchCandidate.findMany({ where: { version, hash: { gt: afterHash } }, orderBy: { hash: 'asc' }, take: limit, select: { id: true, profile: true, hash: true } })
}

/** How many rows there are, counted up to `most`, and a mark that changes when one of them or an organisation does. */
export async function stateOfRows(tx: Tx, version: string, most: number): Promise<{ count: number; mark: string }> {
  const [state] = await tx.$queryRaw<{ count: number; mark: string }[]>`
    SELECT count, concat_ws(' ', count, (SELECT max("writtenAt") FROM "MatchCandidate"), (SELECT max("updatedAt") FROM "Organisation")) AS mark
    FROM (SELECT count(*)::int AS count FROM (SELECT 1 FROM "MatchCandidate" WHERE version = ${version} LIMIT ${most}) AS first_ones) AS counted`
  return state ?? { count: 0, mark: '' }
}

/** Whether there are rows, and all of them are of a version. */
export async function allOfVersion(tx: Tx, version: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ least: string | null; most: string | null }[]>`SELECT min(version) AS least, max(version) AS most FROM "MatchCandidate"`
  return found?.least === version && found.most === version
}

/** Whose the candidate of a row is, as the row says. */
export async function ownersOf(tx: Tx, candidateId: string): Promise<{ organisationId: string | null; personIds: string[] } | null> {
  return tx.matchCandidate.findUnique({ where: { candidateId }, select: { organisationId: true, personIds: true } })
}

/** The hashes of rows of a version, of those that are there. */
export async function hashesOf(tx: Tx, version: string, ids: string[]): Promise<Map<string, string>> {
  const found = await tx.matchCandidate.findMany({ where: { id: { in: ids }, version }, select: { id: true, hash: true } })
  return new Map(found.map(({ id, hash }) => [id, hash]))
}

/** Writes rows, in one statement. */
export async function writeRows(tx: Tx, all: NewCandidateRow[]): Promise<void> {
  if (all.length === 0) return
  const given = JSON.stringify(all.map((row) => ({ ...row, profile: Buffer.from(row.profile).toString('base64') })))
  await tx.$executeRaw`
    INSERT INTO "MatchCandidate" (id, "candidateId", kind, "organisationId", "personIds", fields, modes, trl, records, "availableFrom", "maxLoad", profile, version, hash)
    SELECT id, "candidateId", kind, "organisationId", "personIds", fields, modes, trl, records, "availableFrom", "maxLoad", decode(profile, 'base64'), version, hash
    FROM json_to_recordset(${given}::json) AS given (id text, "candidateId" uuid, kind "CandidateKind", "organisationId" uuid, "personIds" uuid[], fields text[], modes text[], trl int, records int,
      "availableFrom" date, "maxLoad" int, profile text, version text, hash text)
    ON CONFLICT (id) DO UPDATE SET "candidateId" = EXCLUDED."candidateId", kind = EXCLUDED.kind, "organisationId" = EXCLUDED."organisationId", "personIds" = EXCLUDED."personIds", fields = EXCLUDED.fields,
      modes = EXCLUDED.modes, trl = EXCLUDED.trl, records = EXCLUDED.records, "availableFrom" = EXCLUDED."availableFrom", "maxLoad" = EXCLUDED."maxLoad", profile = EXCLUDED.profile,
      version = EXCLUDED.version, hash = EXCLUDED.hash, "writtenAt" = clock_timestamp()`
}

/** Takes out the rows of candidates. Answers how many. */
export async function deleteRows(tx: Tx, candidateIds: string[]): Promise<number> {
  const { count } = await tx.matchCandidate.deleteMany({ where: { candidateId: { in: candidateIds } } })
  return count
}

/** Takes out the rows of a kind from after one id up to another (null: to the end) whose candidates are not among the given ones. Answers how many. */
export async function deleteBetween(tx: Tx, kind: CandidateKind, after: string | null, until: string | null, kept: string[]): Promise<number> {
  const { count } = await tx.matchCandidate.deleteMany({ where: { kind, candidateId: { ...(after && { gt: after }), ...(until && { lte: until }), notIn: kept } } })
  return count
}

/** Tells the planner what the rows are like now, not in a minute. */
export async function analyseRows(tx: Tx): Promise<void> {
  await tx.$executeRaw`ANALYZE "MatchCandidate"`
}
