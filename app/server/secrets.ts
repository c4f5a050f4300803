import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Secrets = { session: string; meilisearch: string; samplePassword: string }

/** What a first start makes up and later starts find again, readable by the owner alone. */
export function keptSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  mkdirSync(dataDir, { recursive: true })
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  } catch {
    const made: Secrets = { session: randomBytes(32).toString('base64url'), meilisearch: randomBytes(24).toString('base64url'), samplePassword: `yong-${randomBytes(6).toString('hex')}` }
    writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 })
    return made
  }
}
