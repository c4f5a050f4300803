import { startWorker } from '~/jobs/worker'
import { closeMailer } from '~/jobs/handlers/send-mail'
import { closeDb } from '~/domain/kernel/db.server'
import { warmMatching } from '~/domain/matching/pool.server'
import { flushSearches } from '~/domain/popular-searches/service.server'
import { warmSearch } from '~/domain/searching/service.server'
import { env } from '~/env.server'
import { listen } from './web'

/** Serves and works until it is told to stop; lets requests and jobs under way finish. */
export async function serveWeb(): Promise<void> {
  const { PORT, HOST, WORKER, DATABASE_URL } = env()
  // The jobs of this process have modules of their own beside the build's: what those read must not hold up a page later.
  if (WORKER === 'inline') {
    warmSearch()
    warmMatching()
  }
  const server = await listen(PORT ?? 3000, HOST)
  const worker = WORKER === 'inline' ? await startWorker(DATABASE_URL!) : null
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    server.close()
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 5_000).unref()
    await worker?.stop().catch(() => {})
    closeMailer()
    await flushSearches().catch(() => {})
    await closeDb()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  // A supervisor that was killed cannot stop its web process: the channel tells.
  process.on('disconnect', () => void stop())
  process.send?.('ready')
}
