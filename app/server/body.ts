import type { IncomingMessage } from 'node:http'
import type { MessageKey } from '~/i18n'

/** The largest form has some 12,000 Chinese characters, nine bytes each in a form; ten times that is still answered field by field. */
export const maxBodyBytes = 2_000_000

/** The largest file of a table that is read (`app/files/shape.ts`), with the form around it; only where a form takes one. */
const maxUploadBytes = 20_100_000
const uploads: readonly string[] = ['/bureau/contracts/import']

/** Up to here what is too large is let go by before the answer, which a browser would not see otherwise. */
const mostWaited = 50_000_000

export type BodyProblem = { status: 411 | 413; key: MessageKey; wait: boolean }

/** Why a body is not read at all: too large, or without a length, so that nobody knows before it has filled the memory. Null when it is. */
export function bodyProblem({ headers }: Pick<IncomingMessage, 'headers'>, path: string): BodyProblem | null {
  if (headers['transfer-encoding'] !== undefined) return { status: 411, key: 'error.no_length', wait: false }
  const bytes = Number(headers['content-length'] ?? 0)
  return bytes > (uploads.includes(path) ? maxUploadBytes : maxBodyBytes) ? { status: 413, key: 'error.too_large', wait: bytes <= mostWaited } : null
}
