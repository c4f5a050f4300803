import type { Message } from '~/i18n'

/** What is wrong with one field: its path as in the form (`evidence.0.text`) and a message that names problem and remedy. */
export type FieldError = { path: string; message: Message }

/** What the domain throws. `http` turns it into a status and words; `code` is what programs see. */
export class DomainError extends Error {
  constructor(
    readonly code: 'malformed' | 'invalid' | 'not_found' | 'forbidden' | 'sign_in' | 'conflict' | 'too_many' | 'away',
    readonly said: Message,
    readonly errors: FieldError[] = [],
    readonly detail: Record<string, string> = {},
  ) {
    super(`${code}: ${said.key}`)
  }
}

/** Input that breaks a rule, field by field. */
export function invalid(...errors: FieldError[]): DomainError {
  return new DomainError('invalid', { key: 'error.invalid' }, errors)
}

/** Not there, or not for this reader: a stranger's record looks like none. */
export function notFound(): DomainError {
  return new DomainError('not_found', { key: 'error.not_found' })
}

export function forbidden(): DomainError {
  return new DomainError('forbidden', { key: 'error.forbidden' })
}

export function signIn(): DomainError {
  return new DomainError('sign_in', { key: 'error.sign_in' })
}

/** A step that the present state does not allow; names both. */
export function wrongState(entity: string, from: string, to: string): DomainError {
  return new DomainError('conflict', { key: 'error.wrong_state', params: { entity, from, to } }, [], { entity, from, to })
}

/** A form whose button names nothing that its page can do: made by an older page, or by none of ours. */
export function unknownStep(): DomainError {
  return new DomainError('malformed', { key: 'error.unknown_step' })
}

/** A body that is no form, or the beginning of one. */
export function unreadableForm(): DomainError {
  return new DomainError('malformed', { key: 'error.unreadable_form' })
}

/** Somebody else changed the record since it was read. */
export function stale(current: number): DomainError {
  return new DomainError('conflict', { key: 'error.stale' }, [], { currentVersion: String(current) })
}

export function conflict(said: Message): DomainError {
  return new DomainError('conflict', said)
}

/** A service that the answer needs does not answer; asking again later helps. */
export function away(said: Message): DomainError {
  return new DomainError('away', said)
}

export function tooMany(minutes: number): DomainError {
  return new DomainError('too_many', { key: 'error.too_many', params: { minutes } })
}
