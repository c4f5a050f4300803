import type { Prisma, Tx } from '#prisma/client'
import type { Actor } from './actor'
import { insertRows } from './bulk.server'

export type Audit = {
  (operation: string, entity: string, entityId: string, detail?: Prisma.InputJsonObject): Promise<void>
  /** The same operation on many records, as one statement. */
  many: (operation: string, entity: string, rows: { id: string; detail?: Prisma.InputJsonObject }[]) => Promise<void>
  count: () => number
}

/** Writes who did what to which record, in the transaction of the change. Never put a secret or a confidential text in `detail`. */
export function auditWith(tx: Tx, actor: Actor, now: Date, requestId: string | null): Audit {
  let written = 0
  const audit = async (operation: string, entity: string, entityId: string, detail: Prisma.InputJsonObject = {}) => {
    written++
    await tx.auditEntry.create({ data: { at: now, actorId: actor.accountId, actorName: actor.name, operation, entity, entityId, detail, requestId } })
  }
  const many: Audit['many'] = async (operation, entity, rows) => {
    written += rows.length
    await insertRows(tx, 'AuditEntry', rows.map(({ id, detail = {} }) => ({ at: now, actorId: actor.accountId, actorName: actor.name, operation, entity, entityId: id, detail, requestId })))
  }
  return Object.assign(audit, { many, count: () => written })
}

export type Step = { entity: string; entityId: string; from: string | null; to: string; reason?: string | null }
export type RecordTransition = {
  (entity: string, entityId: string, from: string | null, to: string, reason?: string | null): Promise<void>
  /** Steps of many records, as one statement. */
  many: (steps: Step[]) => Promise<void>
}

/** Keeps one step of a state machine with its date, actor and reason. */
export function transitionWith(tx: Tx, actor: Actor, now: Date): RecordTransition {
  const rowOf = ({ entity, entityId, from, to, reason = null }: Step) => ({ entity, entityId, fromState: from, toState: to, reason, actorId: actor.accountId, actorName: actor.name, occurredAt: now })
  const one = async (entity: string, entityId: string, from: string | null, to: string, reason: string | null = null) => {
    await tx.transition.create({ data: rowOf({ entity, entityId, from, to, reason }) })
  }
  return Object.assign(one, { many: (steps: Step[]) => insertRows(tx, 'Transition', steps.map(rowOf)) })
}
