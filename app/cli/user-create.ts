import { parseArgs } from 'node:util'
import { createAccount } from '~/domain/accounts/create.server'
import { createAccountInput, createRoles } from '~/domain/accounts/schema'
import { firstLinkHours } from '~/domain/auth/accounts.server'
import { system } from '~/domain/kernel/actor'
import { closeDb } from '~/domain/kernel/db.server'
import { DomainError, invalid, type FieldError } from '~/domain/kernel/errors'
import { issueErrors } from '~/domain/kernel/issues'
import { env } from '~/env.server'
import { say, translator } from '~/i18n'
import { withParts } from './with-parts'

const usage = `npm run user:create -- --email E --role ${createRoles.join('|')} [--name N] [--organisation ID]`

/** What the command line says; null, with a line that says why, when it is not understood. */
function given(): Record<string, string | undefined> | null {
  try {
    return parseArgs({ options: { email: { type: 'string' }, role: { type: 'string' }, name: { type: 'string' }, organisation: { type: 'string' } } }).values
  } catch (error) {
    return fail(`${(error as Error).message.split('\n')[0]}; usage: ${usage}`)
  }
}

/** One line, and exit code 1. */
function fail(line: string): null {
  console.error(line)
  process.exitCode = 1
  return null
}

function failAt(errors: FieldError[]): null {
  const t = translator('en')
  return fail(errors.map(({ path, message }) => (message.key === 'field.choose' || (path === 'role' && message.key === 'field.unknown_choice') ? `--role: one of ${createRoles.join(', ')}` : `--${path}: ${say(t, message)}`)).join('; '))
}

/** Wrong input is told before anything is started. */
function checked() {
  const values = given()
  const parsed = values && createAccountInput.safeParse(values)
  if (!parsed || parsed.success) return parsed ? parsed.data : null
  return failAt(issueErrors(parsed.error))
}

function refuse(error: unknown): null {
  if (!(error instanceof DomainError)) throw error
  return failAt(error.errors.length > 0 ? error.errors : invalid({ path: 'organisation', message: error.said }).errors)
}

/** `npm run user:create`: opens a confirmed account with a role, and prints once the link that sets its password. */
const input = checked()
if (input) {
  await withParts(async () => {
    try {
      const made = await createAccount(system, input).catch(refuse)
      if (!made) return
      const { PUBLIC_URL, HOST, PORT } = env()
      console.log(`account   ${input.email}, ${input.role}${made.unit ? `, ${made.unit}` : ''}`)
      console.log(`password  to be set within ${firstLinkHours} hours, once, at ${PUBLIC_URL ?? `http://${HOST}:${PORT ?? 3000}`}/reset-password?token=${made.token}`)
      if (!made.unit) console.log('next      the profile: log in and fill it in at /workspace')
    } finally {
      await closeDb()
    }
  })
}
