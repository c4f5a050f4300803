import type { Tx } from '#prisma/client'
import * as repo from './repo.server'
import { isPublicBroker } from './rules'
import { dayOf } from '~/domain/kernel/time'

/** An active broker with a good certificate, by id, and where mail for them goes; null when there is none. */
export async function findBroker(tx: Tx, id: string, now: Date): Promise<{ id: string; name: string; email: string | null; locale: 'zh-CN' | 'en' } | null> {
  const broker = await repo.find(tx, id)
  if (!broker || !isPublicBroker(broker, dayOf(now))) return null
  const account = await repo.accountOf(tx, broker.id)
  return { id: broker.id, name: broker.name, email: account?.email ?? null, locale: account?.locale === 'en' ? 'en' : 'zh-CN' }
}
