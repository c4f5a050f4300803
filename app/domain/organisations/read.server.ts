import { z } from 'zod'
import type { Tx } from '#prisma/client'
import { labels } from '~/domain/district/service.server'
import { query, type Context } from '~/domain/kernel/operation.server'
import { text } from '~/domain/kernel/fields'
import { organisationPolicy } from './policy'
import * as repo from './repo.server'
import type { OrganisationRecord } from './repo.server'
import { deskInput, idInput, listInput, openKinds } from './schema'

const pageSize = 20

/** What a list row and a choice show. */
export function rowOf(organisation: OrganisationRecord) {
  const { id, kind, name, shortName, creditCode, nature, regionCode, areaKey, area, fields, summary, verification, version } = organisation
  return { id, kind, name, shortName, creditCode, nature, regionCode, areaKey, areaZh: area?.nameZh ?? null, areaEn: area?.nameEn ?? null, fields, summary, verification, version, submittedAt: organisation.submittedAt?.toISOString() ?? null }
}
export type OrganisationRow = ReturnType<typeof rowOf>

/** Verified institutes, 20 a page. */
export const listInstitutes = query({
  name: 'organisation.list_institutes',
  input: listInput,
  policy: organisationPolicy.list,
  run: async (context, filter) => {
    const { total, rows } = await repo.listInstitutes(context.tx, filter, pageSize)
    return { filter, total, pageSize, rows: rows.map(rowOf) }
  },
})

async function instituteView(context: Context, organisation: repo.OrganisationRecord) {
  return {
    ...rowOf(organisation),
    address: organisation.address,
    website: organisation.website,
    region: (await labels('region', context.actor.locale)).get(organisation.regionCode) ?? organisation.regionCode,
    canEdit: organisationPolicy.edit(context.actor, organisation) === 'allow',
  }
}

/** The public page of an institute; its own people and the bureau see it also before it is verified. */
export const readInstitute = query<typeof idInput, repo.OrganisationRecord, Awaited<ReturnType<typeof instituteView>>>({
  name: 'organisation.read_institute',
  input: idInput,
  load: (context, input) => repo.find(context.tx, input.id).then((found) => (found?.kind === 'institute' ? found : null)),
  policy: organisationPolicy.readPublic,
  run: (context, _input, organisation) => instituteView(context, organisation),
})

/** Everything of one organisation, for its members and the bureau. */
export const readOrganisation = query({
  name: 'organisation.read',
  input: idInput,
  load: (context, input) => repo.find(context.tx, input.id),
  policy: organisationPolicy.read,
  run: async (context, _input, organisation) => ({
    ...rowOf(organisation),
    region: (await labels('region', context.actor.locale)).get(organisation.regionCode) ?? organisation.regionCode,
    address: organisation.address,
    scale: organisation.scale,
    website: organisation.website,
    contactName: organisation.contactName,
    contactPhone: organisation.contactPhone,
    verificationNote: organisation.verificationNote,
    verifiedAt: organisation.verifiedAt?.toISOString() ?? null,
    steps: (await repo.history(context.tx, organisation.id)).map((step) => ({ at: step.occurredAt.toISOString(), to: step.toState, reason: step.reason, actor: step.actorName })),
    can: {
      edit: organisationPolicy.edit(context.actor, organisation) === 'allow',
      submit: organisationPolicy.submit(context.actor, organisation) === 'allow' && ['unverified', 'returned'].includes(organisation.verification),
      members: organisationPolicy.members(context.actor, organisation) === 'allow',
      verify: organisationPolicy.review(context.actor, organisation) === 'allow' && organisation.verification === 'submitted',
      return: organisationPolicy.review(context.actor, organisation) === 'allow' && ['submitted', 'verified'].includes(organisation.verification),
    },
  }),
})

/** The organisations that the actor belongs to, once each. */
export const listOwnOrganisations = query({
  name: 'organisation.list_own',
  input: z.object({}),
  policy: organisationPolicy.listOwn,
  run: async (context) => {
    const own = await repo.listOf(context.tx, [...new Set(context.actor.memberships.map((membership) => membership.organisationId))])
    return own.map((organisation) => ({ ...rowOf(organisation), manager: context.actor.memberships.some((membership) => membership.organisationId === organisation.id && membership.manager) }))
  },
})

/** All organisations for the bureau, the longest waiting first. */
export const listForDesk = query({
  name: 'organisation.desk',
  input: deskInput,
  policy: organisationPolicy.queue,
  run: async (context, filter) => {
    const { total, rows } = await repo.listForDesk(context.tx, filter, pageSize)
    return { filter, total, pageSize, rows: rows.map(rowOf) }
  },
})

/** Organisations by part of the name or the beginning of the credit code, at most ten, for choosing a party. */
export const findOrganisations = query({
  name: 'organisation.find',
  input: z.object({ q: text(40) }),
  policy: organisationPolicy.find,
  run: async (context, { q }) => (await repo.search(context.tx, q, [...openKinds, 'department', 'bureau'], 10)).map((found) => ({ ...rowOf(found), address: found.address, scale: found.scale })),
})

/** How many wait for the bureau. */
export function organisationsWaiting(tx: Tx): Promise<number> {
  return repo.countSubmitted(tx)
}

/** The bureau and the departments, for giving roles in them. */
export async function unitsForRoles(tx: Tx): Promise<{ id: string; name: string; kind: 'bureau' | 'department' }[]> {
  const units = [...(await repo.unitsOf(tx, 'bureau')), ...(await repo.unitsOf(tx, 'department'))]
  return units.map(({ id, name, kind }) => ({ id, name, kind: kind === 'bureau' ? 'bureau' : 'department' }))
}

/** Name, kind and verification of one organisation for another area's rules; null when there is none. */
export async function organisationOf(tx: Tx, id: string) {
  const found = await repo.find(tx, id)
  return found ? rowOf(found) : null
}

/** Verified organisations by their credit codes. */
export async function verifiedByCode(tx: Tx, codes: string[]) {
  const rows = await repo.listVerifiedByCode(tx, [...new Set(codes)])
  return new Map(rows.map(({ id, name, creditCode, nature, regionCode }) => [creditCode ?? '', { id, name, creditCode, nature, regionCode }]))
}
