import { parseArgs } from 'node:util'
import { closeDb } from '~/domain/kernel/db.server'
import { countDrift, mendDrift } from '~/jobs/reindex'
import { withParts } from './with-parts'

/** `npm run search:drift`: compares every document of the index with its record and mends; `-- --check` only counts, and fails when there is any. */
await withParts(async () => {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
  if (values.check) {
    const differed = await countDrift()
    console.log(differed === 0 ? 'no document differs' : `${differed} documents differ`)
    if (differed > 0) process.exitCode = 1
  } else {
    const { rows, documents } = await mendDrift(new Date())
    console.log(`${rows} rows and ${documents} documents differed${rows + documents > 0 ? ', mended' : ''}`)
  }
  await closeDb()
})
