import { invalid, type DomainError } from '~/domain/kernel/errors'
import type { MessageKey, MessageParams } from '~/i18n'

/** A file that cannot be read, with what to do about it. */
export const fileProblem = (key: MessageKey, params?: MessageParams): DomainError => invalid({ path: 'file', message: { key, params } })

const starts = (bytes: Uint8Array, signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte)
/** A container of Microsoft's older programs: an .xls, or a newer workbook with a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0]
const zip = [0x50, 0x4b, 0x03, 0x04]
/** `EncryptedPackage` as UTF-16, the name of the stream in which a workbook with a password lies. */
const encrypted = Buffer.from('EncryptedPackage', 'utf16le')

/** What a file is, by its content and not by its name alone. Throws for an empty one, an old workbook and one with a password. */
export function kindOfFile(name: string, bytes: Uint8Array): 'xlsx' | 'csv' | 'jsonl' {
  if (bytes.length === 0) throw fileProblem('file.empty')
  if (starts(bytes, compound)) throw fileProblem(Buffer.from(bytes).includes(encrypted) ? 'file.password' : 'file.old_workbook')
  if (starts(bytes, zip)) return 'xlsx'
  if (/\.xlsx?$/i.test(name)) throw fileProblem('file.not_a_workbook')
  return /\.(jsonl|ndjson)$/i.test(name) ? 'jsonl' : 'csv'
}
