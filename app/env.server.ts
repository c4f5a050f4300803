import { z } from 'zod'

const port = z.coerce.number().int().min(1).max(65535)
const url = (schemes: string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)), `must be an address that begins with ${schemes.join(':// or ')}://`)
const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** What each variable may hold, with an example for the message that names a wrong one. */
const variables = {
  DATABASE_URL: { schema: url(['postgresql', 'postgres']).optional(), example: 'postgresql://portal:secret@127.0.0.1:5432/portal' },
  MEILISEARCH_HOST: { schema: url(['http', 'https']).optional(), example: 'http://127.0.0.1:7700' },
  MEILISEARCH_API_KEY: { schema: z.string().min(1).optional(), example: 'the master key or one that may do everything' },
  MEILISEARCH_INDEX: { schema: z.string().regex(/^[\w-]+$/).default('portal'), example: 'portal' },
  EMBEDDER_URL: { schema: url(['http', 'https']).optional(), example: 'http://127.0.0.1:8080/v1/embeddings' },
  EMBEDDER_MODEL: { schema: z.string().min(1).default('bge-m3'), example: 'bge-m3' },
  EMBEDDER_DIMENSIONS: { schema: z.coerce.number().int().min(1).max(8192).default(1024), example: '1024, as many numbers as the model answers' },
  EMBEDDER_API_KEY: { schema: z.string().min(1).optional(), example: 'what the server of the model asks for, if anything' },
  SMTP_URL: { schema: url(['smtp', 'smtps']).optional(), example: 'smtp://user:secret@mail.example.com:587' },
  MAIL_FROM: { schema: z.string().includes('@').default('永创汇 <portal@example.com>'), example: '永创汇 <portal@example.com>' },
  MAILBOX_URL: { schema: url(['http']).optional(), example: 'http://127.0.0.1:1080' },
  PORT: { schema: port.optional(), example: '3000' },
  HOST: { schema: z.string().min(1).default('127.0.0.1'), example: '127.0.0.1' },
  PUBLIC_URL: { schema: url(['http', 'https']).optional(), example: 'https://portal.example.com' },
  SESSION_SECRET: { schema: z.string().transform((text) => text.split(',')).pipe(z.array(z.string().min(16)).min(1)).optional(), example: 'at least 16 random characters; newest first, commas between' },
  UPLOAD_DIR: { schema: z.string().min(1).optional(), example: './.data/uploads' },
  WORKER: { schema: z.enum(['inline', 'off']).default('inline'), example: 'inline' },
  PORTAL_MODE: { schema: z.enum(['demo', 'production']).default('demo'), example: 'production' },
  PORTAL_DATA_DIR: { schema: z.string().min(1).default('./.data'), example: './.data' },
  METRICS_TOKEN: { schema: z.string().min(16).optional(), example: 'at least 16 random characters' },
  TRUST_PROXY: { schema: z.string().min(1).optional(), example: 'loopback, or the number of proxies in front' },
  SEED_DATE: { schema: z.iso.date().optional(), example: '2026-11-24' },
  SAMPLE_PASSWORD: { schema: z.string().min(10).optional(), example: 'at least 10 characters' },
  REQUIRE_SCAN: { schema: flag.default(false), example: 'true' },
  LOG_LEVEL: { schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'), example: 'info' },
} as const

type Variables = typeof variables
export type Env = { [K in keyof Variables]: z.output<Variables[K]['schema']> }

/** A variable that does not hold what it must: one line with its name, the problem and an example. */
export class EnvError extends Error {}

/** Reads the variables out of `source`; an empty one counts as not given. Throws EnvError. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed: Record<string, unknown> = {}
  for (const [name, { schema, example }] of Object.entries(variables)) {
    const given = source[name]?.trim() || undefined
    const result = schema.safeParse(given)
    if (!result.success) throw new EnvError(`${name}: ${result.error.issues[0]?.message ?? 'wrong value'} (given: ${JSON.stringify(given ?? '')}); example: ${example}`)
    parsed[name] = result.data
  }
  const env = parsed as Env
  if (env.PORTAL_MODE === 'production' && !env.SESSION_SECRET) throw new EnvError(`SESSION_SECRET: required in production; example: ${variables.SESSION_SECRET.example}`)
  return env
}

let current: Env | undefined

/** The environment of this process, read once. */
export function env(): Env {
  return (current ??= parseEnv(process.env))
}

/** For the composition root and tests: the parts that were started become part of the environment. */
export function setEnv(values: Record<string, string>): Env {
  return (current = parseEnv({ ...process.env, ...values }))
}

/** The environment to hand to a child process, with `values` on top. */
export function childEnv(values: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...values }
}
