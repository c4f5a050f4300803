import type { Prisma, Tx } from '#prisma/client'

/** The new mail's id, or null when its key was there already. */
export async function insertMail(tx: Tx, mail: { key: string; template: string; recipient: string; locale: string; data: object; messageId: string }): Promise<string | null> {
  const data = { ...mail, data: mail.data as Prisma.InputJsonObject }
  const [made] = await tx.mail.createManyAndReturn({ data: [data], skipDuplicates: true, select: { id: true } })
  return made?.id ?? null
}

export function findMail(tx: Tx, id: string) {
  return tx.mail.findUnique({ where: { id } })
}

export async function markSent(tx: Tx, id: string, now: Date) {
  await tx.mail.update({ where: { id }, data: { sentAt: now, attempts: { increment: 1 }, lastError: null, data: {} } })
}

export async function markFailed(tx: Tx, id: string, error: string) {
  await tx.mail.update({ where: { id }, data: { attempts: { increment: 1 }, lastError: error.slice(0, 500) } })
}
