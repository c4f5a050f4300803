import { seedIfEmpty, seedSample } from '#prisma/seed'
import { closeDb, db } from '~/domain/kernel/db.server'
import { reindex } from './reindex'
import { withParts } from './with-parts'

/** `npm run seed`: the district and its sample into an empty database; with `-- --remove` the sample out again. */
await withParts(async () => {
  const client = db()
  try {
    if (process.argv.includes('--remove')) {
      const { removeSample } = await import('#prisma/seed/remove')
      console.log(`${await removeSample(client)} sample records removed`)
    } else if (!(await seedIfEmpty(client, { sample: true }))) {
      const { sampleData } = await client.district.findUniqueOrThrow({ where: { id: 1 } })
      if (sampleData) return console.log('the sample data is loaded already')
      await seedSample(client)
    }
    await reindex()
  } finally {
    await closeDb()
  }
})
