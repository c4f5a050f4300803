import type { Prisma, Tx } from '#prisma/client'
import type { Actor } from './actor'

export type Audit = {
  (operation: string, entity: string, entityId: string, detail?: Prisma.InputJsonObject): Promise<void>
  count: () => number
}

/** Writes who did what to which record, in the transaction of the change. Never put a secret or a confidential text in `detail`. */
export function auditWith(tx: Tx, actor: Actor, now: Date, requestId: string | null): Audit {
  let written = 0
  const audit = async (operation: string, entity: string, entityId: string, detail: Prisma.InputJsonObject = {}) => {
    written++
    await tx.auditEntry.create({ data: { at: now, actorId: actor.accountId, actorName: actor.name, operation, entity, entityId, detail, requestId } })
  }
  return Object.assign(audit, { count: () => written })
}

export type RecordTransition = (entity: string, entityId: string, from: string | null, to: string, reason?: string | null) => Promise<void>

/** Keeps one step of a state machine with its date, actor and reason. */
export function transitionWith(tx: Tx, actor: Actor, now: Date): RecordTransition {
  return async (entity, entityId, from, to, reason = null) => {
    await tx.transition.create({ data: { entity, entityId, fromState: from, toState: to, reason, actorId: actor.accountId, actorName: actor.name, occurredAt: now } })
  }
}
