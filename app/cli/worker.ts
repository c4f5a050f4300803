import { closeDb } from '~/domain/kernel/db.server'
import { env } from '~/env.server'
import { closeMailer } from '~/jobs/handlers/send-mail'
import { startWorker } from '~/jobs/worker'
import { withParts } from './with-parts'

/** `npm run worker`: works on jobs apart from the web process (started with WORKER=off) until it is told to stop. */
await withParts(async () => {
  const worker = await startWorker(env().DATABASE_URL!)
  console.log('working on jobs; Ctrl-C stops')
  await new Promise<void>((stop) => {
    process.once('SIGINT', () => stop())
    process.once('SIGTERM', () => stop())
  })
  await worker.stop()
  closeMailer()
  await closeDb()
})
