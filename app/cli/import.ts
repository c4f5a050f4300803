import { basename } from 'node:path'
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Presets, SingleBar } from 'cli-progress'
import { actorOfEmail } from '~/domain/auth/service.server'
import { importFile } from '~/domain/imports/command-line.server'
import { system } from '~/domain/kernel/actor'
import { closeDb } from '~/domain/kernel/db.server'
import { DomainError } from '~/domain/kernel/errors'
import { say, translator } from '~/i18n'
import { csv } from '~/files/write-csv'
import { withParts } from './with-parts'

const kinds = ['contracts'] as const
const usage = `npm run import -- ${kinds.join('|')} FILE [--dry-run] [--skip-bad] [--as EMAIL]`

function fail(line: string): void {
  console.error(line)
  process.exitCode = 1
}

function given() {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'dry-run': { type: 'boolean', default: false }, 'skip-bad': { type: 'boolean', default: false }, as: { type: 'string' } } })
    const [kind, file] = positionals
    return kinds.some((one) => one === kind) && file ? { file, dry: values['dry-run'], skipBad: values['skip-bad'], as: values.as } : null
  } catch {
    return null
  }
}

/** `file:row:column: problem`, a line each. */
function tell(name: string, problems: Awaited<ReturnType<typeof importFile>>['problems']): void {
  for (const { line, column, said } of problems) console.error(`${name}:${line}:${column}: ${said}`)
}

/** `npm run import`: a table of contracts into the register. By default nothing is written while any row is bad. */
const asked = given()
if (!asked) fail(`usage: ${usage}`)
else {
  await withParts(async () => {
    const bar = new SingleBar({ format: 'rows [{bar}] {value}/{total} {step}', clearOnComplete: false }, Presets.shades_classic)
    try {
      const actor = asked.as ? await actorOfEmail(asked.as, new Date()) : system
      if (!actor) return fail(`--as: there is no account ${asked.as}`)
      const name = basename(asked.file)
      const bytes = await readFile(asked.file)
      const done = await importFile(actor, { name, bytes, dry: asked.dry, skipBad: asked.skipBad, onProgress: (step, value, total) => (bar.isActive ? bar : (bar.start(total, 0, { step }), bar)).update(value, { step }) }, { now: new Date() })
      bar.stop()
      tell(name, done.problems)
      if (asked.skipBad && done.bad.length > 1) {
        await writeFile(`${asked.file}.bad.csv`, csv(done.bad))
        console.log(`bad rows  ${asked.file}.bad.csv`)
      }
      console.log(`${done.written} written, ${done.known} in the register already, ${done.bad.length - 1} bad${asked.dry ? ' (dry run: nothing was written)' : ''}`)
      if (done.problems.length > 0 && !asked.skipBad) process.exitCode = 1
    } catch (error) {
      if (error instanceof DomainError) fail(error.errors.map(({ message }) => say(translator('en'), message)).join('; ') || say(translator('en'), error.said))
      else if ((error as NodeJS.ErrnoException).code === 'ENOENT') fail(`there is no file ${asked.file}`)
      else throw error
    } finally {
      bar.stop()
      await closeDb()
    }
  })
}
