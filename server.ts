import { EnvError, env } from '~/env.server'

/**
 * The composition root. Without an argument it starts what is not configured, migrates, seeds, and keeps a web process
 * running; with `web` it is that process: it serves and, unless WORKER=off, works on jobs.
 */
async function main(): Promise<void> {
  env()
  if (process.argv[2] === 'web') {
    const { serveWeb } = await import('~/server/serve-web')
    return serveWeb()
  }
  const { supervise } = await import('~/server/supervisor')
  return supervise()
}

main().catch((error: unknown) => {
  const expected = error instanceof EnvError || (error instanceof Error && error.constructor.name === 'StartError')
  console.error(expected ? (error as Error).message : error)
  process.exit(1)
})
