import { assertKnown } from '~/domain/district/codes.server'
import { createMail } from '~/domain/notifications/service.server'
import { isSignedIn } from '~/domain/kernel/actor'
import { nextCode } from '~/domain/kernel/counter.server'
import { conflict, forbidden, invalid, stale } from '~/domain/kernel/errors'
import { assertMove } from '~/domain/kernel/machine'
import { command, type Context } from '~/domain/kernel/operation.server'
import { addDays, dateColumn, dayFromColumn, dayOf, startOfDay, yearOf } from '~/domain/kernel/time'
import { isManagerOf } from '~/domain/organisations/policy'
import { organisationOf } from '~/domain/organisations/read.server'
import { brokerPolicy } from './policy'
import * as repo from './repo.server'
import type { BrokerRecord } from './repo.server'
import { brokerMachine, certificateChanges, isExpired, isPublicBroker } from './rules'
import { applyInput, decideInput, idInput, suspendInput, updateInput, type BrokerFields, type BrokerStateCode } from './schema'

const factsOf = (broker: BrokerRecord, now: Date) => ({ ...broker, public: isPublicBroker(broker, dayOf(now)) })
const load = async (context: Context, input: { id: string }) => {
  const broker = await repo.findLocked(context.tx, input.id)
  return broker && factsOf(broker, context.now)
}

async function valuesOf(context: Context, input: BrokerFields) {
  await assertKnown({ path: 'fields', scheme: 'field', codes: input.fields })
  if (input.validUntil < dayOf(context.now)) throw invalid({ path: 'validUntil', message: { key: 'broker.certificate_over' } })
  return { ...input, validUntil: dateColumn(input.validUntil) }
}

/** Now, and once more the day after the certificate ends, when the broker leaves the public list without anyone's doing. */
async function indexAgain(context: Context, id: string, validUntil: Date) {
  await context.enqueue('index.record', { kind: 'broker', id }, { key: `index:broker:${id}` })
  await context.enqueue('index.record', { kind: 'broker', id }, { key: `expire:broker:${id}`, runAt: startOfDay(addDays(dayFromColumn(validUntil), 1)) })
}

/** An agency's name changed: what is indexed of it says the old one. */
export async function indexBrokersOf(context: Context, organisationId: string): Promise<void> {
  for (const { id } of await repo.listOf(context.tx, [organisationId])) await context.enqueue('index.record', { kind: 'broker', id }, { key: `index:broker:${id}` })
}

/** An agency is a verified broker organisation whose manager applies for it. */
async function agencyOf(context: Context, organisationId: string | null): Promise<string> {
  const agency = organisationId && isManagerOf(context.actor, organisationId) ? await organisationOf(context.tx, organisationId) : null
  if (!agency || agency.kind !== 'broker_agency') throw invalid({ path: 'organisationId', message: { key: 'broker.choose_agency' } })
  if (agency.verification !== 'verified') throw invalid({ path: 'organisationId', message: { key: 'broker.agency_not_verified' } })
  if ((await repo.listOf(context.tx, [agency.id])).some((broker) => broker.kind === 'agency')) throw invalid({ path: 'organisationId', message: { key: 'broker.agency_exists' } })
  return agency.id
}

/** Applies with a certificate, as a person or for an agency. Answers the number. */
export const applyAsBroker = command({
  name: 'broker.apply',
  input: applyInput,
  policy: brokerPolicy.apply,
  run: async (context, { kind, organisationId, ...input }) => {
    if (!isSignedIn(context.actor)) throw forbidden()
    if (await repo.findByAccount(context.tx, context.actor.accountId)) throw conflict({ key: 'broker.exists' })
    const values = await valuesOf(context, input)
    const agency = kind === 'agency' ? await agencyOf(context, organisationId) : null
    const number = await nextCode(context.tx, 'JJ', yearOf(context.now))
    const made = await repo.insert(context.tx, { ...values, kind, organisationId: agency, accountId: context.actor.accountId, number, createdAt: context.now })
    if (!made) throw conflict({ key: 'broker.exists' })
    await context.transition('broker', made.id, null, 'applied')
    await context.audit('broker.apply', 'broker', made.id, { number, kind })
    return { number }
  },
})

async function change(context: Context, broker: BrokerRecord, version: number, values: Parameters<typeof repo.update>[3]) {
  if (!(await repo.update(context.tx, broker.id, version, values))) throw stale(broker.version)
  await indexAgain(context, broker.id, values.validUntil instanceof Date ? values.validUntil : broker.validUntil)
}

/** Changes profile or certificate; a changed certificate is looked at again before the broker is active. */
export const updateBroker = command({
  name: 'broker.update',
  input: updateInput,
  load,
  policy: brokerPolicy.edit,
  run: async (context, { id: _id, version, ...input }, broker) => {
    const changed = certificateChanges(broker, input)
    const again = changed.length > 0 && broker.state !== 'applied'
    await change(context, broker, version, { ...(await valuesOf(context, input)), ...(again && { state: 'applied', stateReason: null }) })
    if (again) await context.transition('broker', broker.id, broker.state, 'applied')
    await context.audit('broker.update', 'broker', broker.id, { again, changed })
    return { number: broker.number, again }
  },
})

async function move(context: Context, broker: BrokerRecord, version: number, to: BrokerStateCode, reason: string | null = null) {
  assertMove(brokerMachine, broker.state, to)
  await change(context, broker, version, { state: to, stateReason: reason, ...(to === 'active' && { activeAt: broker.activeAt ?? context.now }) })
  await context.transition('broker', broker.id, broker.state, to, reason)
  await context.audit(`broker.${to}`, 'broker', broker.id, reason ? { reason } : {})
}

/** Tells whoever applied how it went; an agency's account as well as a person's. */
async function tell(context: Context, broker: BrokerRecord, reason: string | null) {
  const account = await repo.accountOf(context.tx, broker.id)
  if (!account) return
  const mail = { recipient: account.email, locale: account.locale === 'en' ? ('en' as const) : ('zh-CN' as const) }
  const key = `broker_${reason === null ? 'active' : 'suspended'}:${broker.id}:${broker.version}`
  if (reason === null) await createMail(context, { ...mail, key, template: 'broker_active', data: { name: broker.name, number: broker.number } })
  else await createMail(context, { ...mail, key, template: 'broker_suspended', data: { name: broker.name, number: broker.number, reason } })
}

/** A suspended broker applies again. */
export const reapplyAsBroker = command({
  name: 'broker.reapply',
  input: idInput,
  load,
  policy: brokerPolicy.edit,
  run: async (context, _input, broker) => {
    if (broker.state !== 'suspended') throw conflict({ key: 'broker.not_suspended' })
    await move(context, broker, broker.version, 'applied')
  },
})

/** The reviewer has compared the certificate. Throws a conflict when it is over or was changed since it was read. */
export const verifyBroker = command({
  name: 'broker.verify',
  input: decideInput,
  load,
  policy: brokerPolicy.review,
  run: async (context, { version }, broker) => {
    if (isExpired(broker.validUntil, dayOf(context.now))) throw conflict({ key: 'broker.certificate_over' })
    await move(context, broker, version, 'verified')
  },
})

/** Puts a verified or suspended broker into the public list. */
export const activateBroker = command({
  name: 'broker.activate',
  input: decideInput,
  load,
  policy: brokerPolicy.review,
  run: async (context, { version }, broker) => {
    if (isExpired(broker.validUntil, dayOf(context.now))) throw conflict({ key: 'broker.certificate_over' })
    await move(context, broker, version, 'active')
    await tell(context, broker, null)
  },
})

/** Takes a broker out of the list, or refuses an application, with the reason. */
export const suspendBroker = command({
  name: 'broker.suspend',
  input: suspendInput,
  load,
  policy: brokerPolicy.review,
  run: async (context, { version, reason }, broker) => {
    await move(context, broker, version, 'suspended', reason)
    await tell(context, broker, reason)
  },
})
