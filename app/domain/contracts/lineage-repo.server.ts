import type { Prisma, Tx } from '#prisma/client'
import { isUuid } from '~/domain/kernel/uuid'

/*
 * What a contract can come from, read as far as its form needs it. Nothing here is written: the areas' own services move
 * their records.
 */

const party = { select: { id: true, name: true, creditCode: true, nature: true, regionCode: true, address: true, scale: true, verification: true, contactName: true, contactPhone: true } } as const
const broker = { select: { id: true, number: true, name: true } } as const
const need = { select: { id: true, number: true, title: true, state: true, field: true, organisationId: true, organisation: party } } as const
const scenario = { select: { id: true, serial: true, title: true, field: true, publication: true, leadId: true, ownerId: true, lead: party, owner: party } } as const
const person = { select: { accountId: true, name: true, organisation: party } } as const

const applicationShape = { need, scenario, person, organisation: party, broker } satisfies Prisma.ApplicationInclude
const matchShape = { need, scenario, person, organisation: party, achievement: { select: { organisation: party } }, accompanying: broker } satisfies Prisma.MatchInclude

export type ApplicationOrigin = Prisma.ApplicationGetPayload<{ include: typeof applicationShape }>
export type MatchOrigin = Prisma.MatchGetPayload<{ include: typeof matchShape }>
export type OriginOrganisation = NonNullable<ApplicationOrigin['organisation']>

/** By number or by id. */
export function application(tx: Tx, id: string): Promise<ApplicationOrigin | null> {
  return tx.application.findFirst({ where: isUuid(id) ? { id } : { number: id }, include: applicationShape })
}

export function match(tx: Tx, id: string): Promise<MatchOrigin | null> {
  return tx.match.findUnique({ where: { id }, include: matchShape })
}

export function publicNeed(tx: Tx, number: string) {
  return tx.need.findFirst({ where: { number, state: { in: ['published', 'awarded', 'contracted', 'closed'] } }, ...need })
}

export function publicScenario(tx: Tx, serial: string) {
  return tx.scenario.findFirst({ where: { serial, publication: { in: ['published', 'archived'] } }, ...scenario })
}

export function activeBroker(tx: Tx, number: string) {
  return tx.broker.findFirst({ where: { number, state: 'active' }, ...broker })
}

/** Where a broker is written to; null without an account that is open. */
export async function brokerAccount(tx: Tx, id: string): Promise<{ email: string; name: string; locale: string } | null> {
  const found = await tx.broker.findUnique({ where: { id }, select: { account: { select: { email: true, name: true, locale: true, disabledAt: true } } } })
  return found?.account && !found.account.disabledAt ? found.account : null
}
