import pg from 'pg'

/** The password of the sample's accounts in tests. */
export const samplePassword = 'bamboo and tea hills'

/** Runs one statement on the server that `postgresUrl` names, outside any test's own database. */
export async function onServer(postgresUrl: string, sql: string): Promise<void> {
  const url = new URL(postgresUrl)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
