import { z } from 'zod'
import { day, optional, text } from '~/domain/kernel/fields'

/** Filters of the trail; days are in Asia/Shanghai, `before` is the number of the last entry that was shown. */
export const auditInput = z.object({
  entity: optional(text(40)).catch(null),
  entityId: optional(text(60)).catch(null),
  actor: optional(text(60)).catch(null),
  from: optional(day()).catch(null),
  to: optional(day()).catch(null),
  before: optional(z.string().regex(/^\d{1,18}$/)).catch(null),
})
export type AuditInput = z.output<typeof auditInput>
