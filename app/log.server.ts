import pino, { type Logger } from 'pino'
import { env } from './env.server'

let made: Logger | undefined

/** One line of JSON an event. Never a password, a token or a confidential text. */
export function logger(): Logger {
  return (made ??= pino({ level: env().LOG_LEVEL, base: undefined, redact: ['password', 'token', 'cookie', 'authorization', '*.password', '*.token'] }))
}
