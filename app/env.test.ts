import { describe, expect, it } from 'vitest'
import { EnvError, parseEnv } from './env.server'

const said = (source: Record<string, string>) => {
  try {
    parseEnv(source)
    return 'nothing'
  } catch (error) {
    return error instanceof EnvError ? error.message : 'something else'
  }
}

describe('the environment', () => {
  it('needs nothing', () => expect(parseEnv({})).toMatchObject({ HOST: '127.0.0.1', WORKER: 'inline', PORTAL_MODE: 'demo' }))
  it('counts an empty variable as not given', () => expect(parseEnv({ DATABASE_URL: '', PORT: ' ' }).PORT).toBeUndefined())
  it.each([
    ['PORT', 'x'], ['PORT', '70000'], ['DATABASE_URL', 'mysql://x'], ['MEILISEARCH_HOST', 'localhost:7700'], ['SMTP_URL', 'http://x'], ['EMBEDDER_URL', 'localhost:8080'], ['EMBEDDER_DIMENSIONS', 'many'], ['WORKER', 'yes'], ['PORTAL_MODE', 'test'], ['SESSION_SECRET', 'short'], ['SEED_DATE', '2026-02-30'], ['SAMPLE_PASSWORD', '123'],
  ])('names %s=%s in one line with an example', (name, value) => {
    const line = said({ [name]: value })
    expect(line).toMatch(new RegExp(`^${name}: .*; example: `))
    expect(line).not.toContain('\n')
  })
  it('has no embedder unless one is named, and then the usual model', () => expect([parseEnv({}).EMBEDDER_URL, parseEnv({ EMBEDDER_URL: 'http://127.0.0.1:8080' })]).toMatchObject([undefined, { EMBEDDER_MODEL: 'bge-m3', EMBEDDER_DIMENSIONS: 1024 }]))
  it('wants a secret of its own in production', () => expect(said({ PORTAL_MODE: 'production' })).toContain('SESSION_SECRET'))
  it('takes several secrets, newest first', () => expect(parseEnv({ SESSION_SECRET: 'a'.repeat(16) + ',' + 'b'.repeat(16) }).SESSION_SECRET).toHaveLength(2))
})
