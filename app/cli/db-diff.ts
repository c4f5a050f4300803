import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { env } from '~/env.server'
import { prismaCli } from '~/server/migrate'
import { withParts } from './with-parts'

/** `npm run db:diff -- --name what_changed`: writes the migration from the migrations so far to the schema, to be read before it is applied. */
await withParts(async () => {
  const { values } = parseArgs({ options: { name: { type: 'string', default: 'change' } } })
  const scratch = mkdtempSync(join(tmpdir(), 'portal-diff-'))
  try {
    const file = join(scratch, 'migration.sql')
    await prismaCli(['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma', '--script', '-o', file], env().DATABASE_URL!)
    const sql = existsSync(file) ? readFileSync(file, 'utf8') : ''
    if (!sql.trim() || sql.includes('This is an empty migration')) return console.log('the schema and the migrations agree')
    const folder = join('prisma', 'migrations', `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${values.name.replace(/\W+/g, '_')}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'migration.sql'), sql)
    console.log(`${folder}\n\n${sql}`)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
})
