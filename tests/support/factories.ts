import { randomBytes } from 'node:crypto'
import type { MemberRole, OrganisationKind, PartyNature } from '#prisma/client'
import { creditCodeCheckDigit } from '~/domain/organisations/credit-code'
import { findActor } from '~/domain/auth/repo.server'
import { hashPassword } from '~/domain/auth/token.server'
import type { Actor } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { renewCandidate } from '~/domain/matching/candidates.server'

/** Every test file shares one mailbox, so that an address must belong to one file. */
const file = randomBytes(3).toString('hex')
let serial = 0
const next = () => ++serial

/** The password of every account that a factory makes. */
export const password = 'correct horse battery'
let hashed: Promise<string> | undefined

async function account(name: string) {
  hashed ??= hashPassword(password)
  const n = next()
  return db().account.create({ data: { email: `${name}${n}.${file}@example.com`, name: `${name}${n}`, passwordHash: await hashed, emailConfirmedAt: new Date('2026-01-01T00:00:00Z') } })
}

const natures: Record<OrganisationKind, PartyNature> = { enterprise: 'domestic_enterprise', institute: 'research_institute', broker_agency: 'domestic_enterprise', department: 'government', bureau: 'government' }

/** A valid credit code of the district. */
export function creditCode(): string {
  const first = `91500118MA${String(next()).padStart(7, '0')}`
  return first + creditCodeCheckDigit(first)
}

async function organisation(kind: OrganisationKind, values: { name?: string; verified?: boolean; regionCode?: string } = {}) {
  const verified = values.verified ?? true
  const made = await db().organisation.create({
    data: { kind, name: values.name ?? `永川${{ enterprise: '智造', institute: '研究院', broker_agency: '技术转移', department: '管理委员会', bureau: '科技局' }[kind]}${next()}`, creditCode: kind === 'department' || kind === 'bureau' ? null : creditCode(), nature: natures[kind], regionCode: values.regionCode ?? '500118', areaKey: 'wanglonghu', verification: verified ? 'verified' : 'unverified' },
  })
  if (kind === 'institute') await renewCandidate('institute', made.id)
  return made
}

async function actorOf(accountId: string): Promise<Actor> {
  const actor = await findActor(db(), accountId, new Date())
  if (!actor) throw new Error('no such account')
  return actor
}

async function member(kind: OrganisationKind, role: MemberRole, values: { name?: string; verified?: boolean; regionCode?: string; manager?: boolean } = {}) {
  const owner = await account(role)
  const made = kind === 'bureau' ? await db().organisation.findFirstOrThrow({ where: { kind: 'bureau' } }) : await organisation(kind, values)
  await db().membership.create({ data: { accountId: owner.id, organisationId: made.id, role, manager: values.manager ?? true } })
  return { actor: await actorOf(owner.id), organisation: made, email: owner.email }
}

/** People and organisations in every role, written straight into the database, with what matching reads of them. */
export const make = {
  account,
  organisation,
  actorOf,
  enterprise: (values?: { name?: string; verified?: boolean; regionCode?: string }) => member('enterprise', 'enterprise', values),
  institute: (values?: { name?: string; verified?: boolean }) => member('institute', 'institute', values),
  publisher: (values?: { name?: string }) => member('department', 'publisher', values),
  reviewer: () => member('bureau', 'reviewer', { manager: false }),
  administrator: () => member('bureau', 'administrator'),
  /** Another member of an organisation. */
  colleague: async (organisationId: string, role: MemberRole) => {
    const owner = await account(role)
    await db().membership.create({ data: { accountId: owner.id, organisationId, role, manager: false } })
    return { actor: await actorOf(owner.id), email: owner.email }
  },
  /** A signed-in account without any role. */
  stranger: async () => {
    const owner = await account('stranger')
    return { actor: await actorOf(owner.id), email: owner.email }
  },
  researcher: async (values: { organisationId?: string; name?: string; keywords?: string[]; summary?: string; fields?: string[] } = {}) => {
    const owner = await account('researcher')
    const person = await db().person.create({
      data: { accountId: owner.id, organisationId: values.organisationId ?? (await organisation('institute')).id, number: `RC-2026-${String(next()).padStart(4, '0')}`, name: values.name ?? owner.name, title: '副研究员', disciplines: ['520'], fields: values.fields ?? ['transport'], keywords: values.keywords ?? ['机器视觉'], summary: values.summary ?? '研究机器视觉与传感器融合。' },
    })
    await renewCandidate('person', person.id)
    return { actor: await actorOf(owner.id), person, email: owner.email }
  },
  broker: async (values: { state?: 'applied' | 'verified' | 'active' | 'suspended'; validUntil?: string } = {}) => {
    const owner = await account('broker')
    const broker = await db().broker.create({
      data: { accountId: owner.id, number: `JJ-2026-${String(next()).padStart(4, '0')}`, kind: 'person', name: owner.name, certificateNumber: `JJR${next()}`, issuer: '重庆市技术转移协会', grade: 'intermediate', validUntil: new Date(`${values.validUntil ?? '2030-12-31'}T00:00:00Z`), fields: ['transport'], state: values.state ?? 'active' },
    })
    await renewCandidate('broker', broker.id)
    return { actor: await actorOf(owner.id), broker, email: owner.email }
  },
}
