import { z } from 'zod'
import type { Tx } from '#prisma/client'
import { notedOf } from '~/domain/audit/service.server'
import { isSignedIn, isVerified } from '~/domain/kernel/actor'
import { query } from '~/domain/kernel/operation.server'
import { signedIn } from '~/domain/kernel/policy'
import { dateColumn, dayFromColumn, dayOf } from '~/domain/kernel/time'
import { brokerPolicy } from './policy'
import * as repo from './repo.server'
import type { BrokerRecord } from './repo.server'
import { isExpired, isPublicBroker, shownState, type CertificateChange } from './rules'
import { deskInput, idInput, listInput } from './schema'

const pageSize = 20

/** What a list row shows. `validUntil` is a day, `responseRate` a share from 0 to 1 as text. */
export function rowOf(broker: BrokerRecord, today: string) {
  const { id, number, kind, name, issuer, grade, fields, summary, maxLoad, version, organisation } = broker
  return { id, number, kind, name, issuer, grade, fields, summary, maxLoad, version, organisation, certificateNumber: broker.certificateNumber, validUntil: dayFromColumn(broker.validUntil), state: shownState(broker, today), responseRate: broker.responseRate?.toString() ?? null, waitingSince: broker.updatedAt.toISOString() }
}
export type BrokerRow = ReturnType<typeof rowOf>

/** Active brokers with a good certificate, 20 a page. */
export const listBrokers = query({
  name: 'broker.list',
  input: listInput,
  policy: brokerPolicy.list,
  run: async (context, filter) => {
    const today = dayOf(context.now)
    const { total, rows } = await repo.listPublic(context.tx, filter, dateColumn(today), pageSize)
    return { filter, total, pageSize, rows: rows.map((row) => rowOf(row, today)) }
  },
})

/** All of them, for the bureau. */
export const listForDesk = query({
  name: 'broker.desk',
  input: deskInput,
  policy: brokerPolicy.queue,
  run: async (context, filter) => {
    const today = dayOf(context.now)
    const { total, rows } = await repo.listForDesk(context.tx, filter, dateColumn(today), pageSize)
    return { filter, total, pageSize, rows: rows.map((row) => rowOf(row, today)) }
  },
})

/** One broker; contact for people the district knows, the reason of a state and its history for the broker and the bureau. */
export const readBroker = query({
  name: 'broker.read',
  input: idInput,
  load: async (context, input) => {
    const broker = await repo.find(context.tx, input.id)
    return broker && { ...broker, public: isPublicBroker(broker, dayOf(context.now)) }
  },
  policy: brokerPolicy.read,
  run: async (context, _input, broker) => {
    const own = brokerPolicy.edit(context.actor, broker) === 'allow'
    const review = brokerPolicy.review(context.actor, broker) === 'allow'
    const inside = own || review
    const over = isExpired(broker.validUntil, dayOf(context.now))
    return {
      ...rowOf(broker, dayOf(context.now)),
      public: broker.public,
      contact: inside || (isSignedIn(context.actor) && isVerified(context.actor)) ? { email: broker.contactEmail, phone: broker.contactPhone } : null,
      stateReason: inside ? broker.stateReason : null,
      steps: inside ? (await repo.history(context.tx, broker.id)).map((step) => ({ at: step.occurredAt.toISOString(), to: step.toState, reason: step.reason, actor: step.actorName })) : [],
      can: {
        edit: own,
        reapply: own && broker.state === 'suspended',
        verify: review && broker.state === 'applied' && !over,
        activate: review && ['verified', 'suspended'].includes(broker.state) && !over,
        suspend: review && broker.state !== 'suspended',
      },
    }
  },
})

/** The actor's own broker record, else that of an agency which they manage, or null. */
export const readOwnBroker = query({
  name: 'broker.read_own',
  input: z.object({}),
  policy: signedIn,
  run: async (context) => {
    const { accountId, memberships } = context.actor
    const managed = memberships.filter((membership) => membership.manager && membership.kind === 'broker_agency')
    const own = accountId ? await repo.findByAccount(context.tx, accountId) : null
    const broker = own ?? (await repo.listOf(context.tx, managed.map((membership) => membership.organisationId)))[0]
    return { broker: broker ? { id: broker.id, number: broker.number } : null, agencies: managed.map(({ organisationId, organisationName }) => ({ value: organisationId, label: organisationName })) }
  },
})

/** What the broker changed of the certificate since they applied, the newest first, for the reviewer. */
export const certificateHistory = query({
  name: 'broker.certificate_history',
  input: idInput,
  load: (context, input) => repo.find(context.tx, input.id),
  policy: brokerPolicy.queue,
  run: async (context, _input, broker) => {
    const noted = await notedOf(context.tx, { entity: 'broker', entityId: broker.id, operation: 'broker.update' })
    return noted.map(({ at, detail }) => ({ at, changes: (detail as { changed?: CertificateChange[] }).changed ?? [] })).filter(({ changes }) => changes.length > 0)
  },
})

/** How many wait for the bureau. */
export function brokersWaiting(tx: Tx): Promise<number> {
  return repo.countWaiting(tx)
}

/** Active brokers with a good certificate whose name, number or agency holds the text, for naming one in an application; at most 20. */
export async function activeBrokers(tx: Tx, now: Date, text: string | null = null): Promise<{ id: string; number: string; name: string; organisation: string | null }[]> {
  const { rows } = await repo.listPublic(tx, { q: text, field: null, grade: null, sort: 'name', page: 1 }, dateColumn(dayOf(now)), 20)
  return rows.map(({ id, number, name, organisation }) => ({ id, number, name, organisation: organisation?.name ?? null }))
}

/** A broker whom an application or a deal may name: active, with a good certificate; else null. */
export async function activeBroker(tx: Tx, id: string, now: Date) {
  const broker = await repo.find(tx, id)
  if (!broker || !isPublicBroker(broker, dayOf(now))) return null
  return { id: broker.id, number: broker.number, name: broker.name, accountId: broker.accountId, organisationId: broker.organisationId, maxLoad: broker.maxLoad }
}
