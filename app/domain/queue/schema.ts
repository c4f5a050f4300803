import { z } from 'zod'

/** A job's number, as the queue gives it. */
export const retryInput = z.object({ id: z.string({ error: 'error.not_found' }).regex(/^\d{1,18}$/, { error: 'error.not_found' }) })
