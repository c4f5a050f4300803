import { env } from '~/env.server'
import { migrate } from '~/server/migrate'
import { withParts } from './with-parts'

/** `npm run db:migrate`: brings the database to the present schema. */
await withParts(async () => {
  await migrate(env().DATABASE_URL!)
  console.log('the database has the present schema')
})
