import type { Tx } from '#prisma/client'
import { insertRows } from '~/domain/kernel/bulk.server'
import { Decimal } from '~/domain/kernel/money'
import { dayFromColumn } from '~/domain/kernel/time'
import type { Comparable } from './duplicates'
import type { ContractValues, PartyValues } from './repo.server'

export type Known = Comparable & { number: string | null; line: number }

/** Which of these keys and registration numbers the register has already, with the contract's number. */
export async function alreadyThere(tx: Tx, keys: string[], registrationNumbers: string[]): Promise<{ keys: Map<string, string>; registrations: Map<string, string> }> {
  const rows = await tx.contract.findMany({ where: { OR: [{ importKey: { in: keys } }, { registrationNumber: { in: registrationNumbers } }] }, select: { number: true, importKey: true, registrationNumber: true } })
  const pairs = (pick: (row: (typeof rows)[number]) => string | null) => new Map(rows.flatMap((row) => (pick(row) ? [[pick(row) ?? '', row.number ?? '']] : [])))
  return { keys: pairs((row) => row.importKey), registrations: pairs((row) => row.registrationNumber) }
}

/** Reported contracts between the parties of each line: what may be the same. In one statement, for thousands of lines. */
export async function sameParties(tx: Tx, lines: { line: number; seller: string; buyer: string }[]): Promise<Known[]> {
  const rows = await tx.$queryRaw<{ line: number; id: string; number: string | null; projectName: string; totalAmount: Decimal | null; signedOn: Date; registrationNumber: string | null; seller: string; buyer: string }[]>`
    SELECT r.line, c.id::text, c.number, c."projectName", c."totalAmount", c."signedOn", c."registrationNumber", r.seller, r.buyer
    FROM unnest(${lines.map(({ line }) => line)}::int[], ${lines.map(({ seller }) => seller)}::text[], ${lines.map(({ buyer }) => buyer)}::text[]) AS r(line, seller, buyer)
    JOIN "ContractParty" s ON s.side = 'seller' AND coalesce(s."creditCode", s.name) = r.seller
    JOIN "ContractParty" b ON b."contractId" = s."contractId" AND b.side = 'buyer' AND coalesce(b."creditCode", b.name) = r.buyer
    JOIN "Contract" c ON c.id = s."contractId" AND c.state NOT IN ('draft', 'refused', 'revoked') AND c."mergedIntoId" IS NULL`
  return rows.map(({ totalAmount, signedOn, ...row }) => ({ ...row, totalAmount: totalAmount === null ? null : new Decimal(totalAmount.toString()), signedOn: dayFromColumn(signedOn) }))
}

export type NewContract = { values: Omit<ContractValues, 'id'> & { id: string }; parties: PartyValues[] }

export async function insertMany(tx: Tx, contracts: NewContract[], now: Date): Promise<void> {
  // What a column's default would say stands here: a row of JSON has none.
  const own = { related: false, disputed: false, sample: false, version: 1, updatedAt: now }
  await insertRows(tx, 'Contract', contracts.map(({ values }) => ({ ...own, ...values })))
  await insertRows(tx, 'ContractParty', contracts.flatMap(({ values, parties }) => parties.map((party) => ({ ...party, contractId: values.id }))))
}

/** The contracts of an import, locked, with what people may have done to them since. */
export async function lockAll(tx: Tx, ids: string[]) {
  await tx.$queryRaw`SELECT id FROM "Contract" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  return tx.contract.findMany({ where: { id: { in: ids } }, select: { id: true, number: true, state: true, version: true, mergedIntoId: true, _count: { select: { merged: true } } } })
}

/** Takes the marks away by which the same row or registration would be known again, and the contracts out of what counts. */
export async function revokeAll(tx: Tx, ids: string[]): Promise<void> {
  await tx.contract.updateMany({ where: { id: { in: ids } }, data: { state: 'revoked', registrationNumber: null, importKey: null, version: { increment: 1 } } })
}
