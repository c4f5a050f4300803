import type { Tx } from '#prisma/client'
import { query } from '~/domain/kernel/operation.server'
import { auditPolicy } from './policy'
import * as repo from './repo.server'
import { auditInput } from './schema'

const pageSize = 50

/** What an operation noted of one record, the newest first, for the area that wrote it: a reviewer sees what changed. At most 20. */
export async function notedOf(tx: Tx, record: { entity: string; entityId: string; operation: string }): Promise<{ at: string; detail: unknown }[]> {
  return (await repo.listOf(tx, record, 20)).map(({ at, detail }) => ({ at: at.toISOString(), detail }))
}

/** The audit trail, the newest first, 50 a page by keyset: `next` is the `before` of the following page, null at the end. */
export const listAudit = query({
  name: 'audit.list',
  input: auditInput,
  policy: auditPolicy.read,
  run: async (context, filter) => {
    const found = await repo.list(context.tx, filter, pageSize + 1)
    const shown = found.slice(0, pageSize)
    return {
      filter,
      entities: await repo.entities(context.tx),
      next: found.length > pageSize ? String(shown.at(-1)?.id ?? '') : null,
      rows: shown.map(({ id, at, actorName, actorId, operation, entity, entityId, detail, requestId }) => ({ id: String(id), at: at.toISOString(), actorName, actorId, operation, entity, entityId, detail: JSON.stringify(detail) === '{}' ? '' : JSON.stringify(detail), requestId })),
    }
  },
})
