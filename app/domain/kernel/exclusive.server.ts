import pg from 'pg'
import { env } from '~/env.server'

/**
 * Does work that only one process may do at a time, a worker or a command: another one waits until it is done, or its process
 * is gone. On a connection of its own, outside any transaction, since it may take minutes.
 */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name])
    return await work()
  } finally {
    await client.end()
  }
}
