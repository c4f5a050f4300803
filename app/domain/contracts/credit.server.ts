import { invalid } from '~/domain/kernel/errors'
import type { Context } from '~/domain/kernel/operation.server'
import { createMail } from '~/domain/notifications/service.server'
import * as repo from './lineage-repo.server'
import type { ContractRecord } from './repo.server'

type Before = Pick<ContractRecord, 'state' | 'matchId' | 'applicationId' | 'brokerId'> | null

/**
 * The broker who counts on the credit: the one whom a reported contract names, or whom the application or the match names that it
 * comes from. Whom a draft of nobody else's names, nobody has told.
 */
export function creditedBroker(before: Before, named: string | null): string | null {
  if (before && (before.state !== 'draft' || before.matchId || before.applicationId)) return before.brokerId ?? named
  return named
}

/** Credit is not taken away silently: it needs a reason. Throws a field error without one. */
export function assertCredit(credited: string | null, brokerId: string | null, reason: string): void {
  if (credited && credited !== brokerId && reason.length < 2) throw invalid({ path: 'brokerReason', message: { key: 'contract.broker_why' } })
}

/** Tells the broker who is not credited any more, and answers what the audit trail keeps of it. */
export async function tellUncredited(context: Context, contract: { id: string; version: number; projectName: string }, credited: string | null, brokerId: string | null, reason: string): Promise<Record<string, string>> {
  if (!credited || credited === brokerId) return {}
  const account = await repo.brokerAccount(context.tx, credited)
  if (account) await createMail(context, { key: `broker_uncredited:${contract.id}:${credited}:${contract.version}`, template: 'broker_uncredited', recipient: account.email, locale: account.locale === 'en' ? 'en' : 'zh-CN', data: { name: account.name, project: contract.projectName, reason, path: '/workspace/broker' } })
  return { brokerBefore: credited, reason }
}
