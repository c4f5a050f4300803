import { Prisma, type PrismaClient, type Tx } from '#prisma/client'

const retries = 5

/**
 * Deadlocks and write conflicts (P2034, 40001, 40P01) are nobody's mistake: the transaction runs again. So it does when
 * somebody wrote the same unique value a moment earlier (P2002): this time the rules find theirs and say so in words.
 */
function isTransient(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && (error.code === 'P2034' || error.code === 'P2002')) return true
  return /40001|40P01|deadlock detected|could not serialize/.test(String((error as Error)?.message ?? ''))
}

/** Runs `work` in one transaction, again when the database asks for it. No network call belongs inside. */
export async function transaction<T>(client: PrismaClient, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.$transaction(work, { maxWait: 20_000, timeout: 30_000 })
    } catch (error) {
      if (attempt >= retries || !isTransient(error)) throw error
    }
  }
}
