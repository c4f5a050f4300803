import { indexAchievementsOf } from '~/domain/achievements/service.server'
import { indexBrokersOf } from '~/domain/brokers/service.server'
import { assertKnown, regionCodeOf } from '~/domain/district/codes.server'
import { createMail } from '~/domain/notifications/service.server'
import { indexPeopleOf } from '~/domain/people/service.server'
import { conflict, invalid, stale } from '~/domain/kernel/errors'
import { assertMove } from '~/domain/kernel/machine'
import { command, type Context } from '~/domain/kernel/operation.server'
import { organisationPolicy } from './policy'
import * as repo from './repo.server'
import type { OrganisationRecord } from './repo.server'
import { changesIdentity, identityFields, isPublicInstitute, roleOfKind, verificationMachine } from './rules'
import { createInput, idInput, returnInput, updateInput, verifyInput, type OrganisationFields, type VerificationState } from './schema'

const load = (context: Context, input: { id: string }) => repo.findLocked(context.tx, input.id)

/** Checks the codes and answers the columns of a row. */
async function valuesOf(input: OrganisationFields) {
  await assertKnown({ path: 'fields', scheme: 'field', codes: input.fields }, { path: 'areaKey', scheme: 'area', codes: [input.areaKey] })
  return { ...input, regionCode: await regionCodeOf(input.regionCode, 'regionCode') }
}

const codeTaken = () => invalid({ path: 'creditCode', message: { key: 'organisation.code_taken' } })

async function indexAgain(context: Context, id: string) {
  await context.enqueue('index.record', { kind: 'institute', id }, { key: `index:institute:${id}` })
}

/** Opens an organisation; whoever does it becomes its manager. It can draft at once and publish once verified. Answers its id. */
export const createOrganisation = command({
  name: 'organisation.create',
  input: createInput,
  policy: organisationPolicy.create,
  run: async (context, { kind, ...input }) => {
    const made = await repo.insert(context.tx, { ...(await valuesOf(input)), kind, createdAt: context.now })
    if (!made) throw codeTaken()
    if (context.actor.accountId) await repo.addMember(context.tx, made.id, context.actor.accountId, roleOfKind[kind], true, context.now)
    await context.transition('organisation', made.id, null, 'unverified')
    await context.audit('organisation.create', 'organisation', made.id, { kind, name: made.name })
    return { id: made.id }
  },
})

/** Changes what it says of itself. A verified one whose name, code or nature changes waits for the reviewer again. */
export const updateOrganisation = command({
  name: 'organisation.update',
  input: updateInput,
  load,
  policy: organisationPolicy.edit,
  run: async (context, { id, version, ...input }, organisation) => {
    const values = await valuesOf(input)
    const again = organisation.verification === 'verified' && changesIdentity(organisation, values)
    const done = await repo.update(context.tx, id, version, { ...values, ...(again && { verification: 'submitted', submittedAt: context.now, verificationNote: null }) })
    if (done === 'taken') throw codeTaken()
    if (done === 'stale') throw stale(organisation.version)
    if (again) await context.transition('organisation', id, 'verified', 'submitted')
    if (isPublicInstitute(organisation)) await indexAgain(context, id)
    // Its name stands in theirs, and where it is, they are for matching.
    if (values.name !== organisation.name || values.regionCode !== organisation.regionCode || values.areaKey !== organisation.areaKey) {
      await indexPeopleOf(context, id)
      await indexAchievementsOf(context, { organisationId: id })
      await indexBrokersOf(context, id)
    }
    await context.audit('organisation.update', 'organisation', id, { identity: identityFields.filter((field) => organisation[field] !== values[field]) })
    return { again }
  },
})

async function move(context: Context, organisation: OrganisationRecord, version: number, to: VerificationState, values: Parameters<typeof repo.update>[3], reason?: string) {
  assertMove(verificationMachine, organisation.verification, to)
  if ((await repo.update(context.tx, organisation.id, version, { verification: to, ...values })) !== 'changed') throw stale(organisation.version)
  await context.transition('organisation', organisation.id, organisation.verification, to, reason)
  await context.audit(`organisation.${to}`, 'organisation', organisation.id, reason ? { reason } : {})
  if (organisation.kind === 'institute') await indexAgain(context, organisation.id)
}

/** Hands it to the bureau for verification. */
export const submitOrganisation = command({
  name: 'organisation.submit',
  input: idInput,
  load,
  policy: organisationPolicy.submit,
  run: async (context, _input, organisation) => {
    // The road from verified to submitted is a change of what was verified, never a press of this button.
    if (organisation.verification === 'verified') throw conflict({ key: 'organisation.already_verified' })
    await move(context, organisation, organisation.version, 'submitted', { submittedAt: context.now, verificationNote: null })
  },
})

async function tellManagers(context: Context, organisation: OrganisationRecord, reason: string | null) {
  for (const { email, name, locale, accountId } of await managersOf(context, organisation.id)) {
    const shared = { recipient: email, locale }
    const key = `organisation_${reason === null ? 'verified' : 'returned'}:${organisation.id}:${organisation.version}:${accountId}`
    if (reason === null) await createMail(context, { ...shared, key, template: 'organisation_verified', data: { name, organisation: organisation.name } })
    else await createMail(context, { ...shared, key, template: 'organisation_returned', data: { name, organisation: organisation.name, reason } })
  }
}

async function managersOf(context: Context, organisationId: string) {
  const rows = await repo.members(context.tx, organisationId)
  return rows.filter((row) => row.manager && !row.account.disabledAt).map(({ account, accountId }) => ({ accountId, email: account.email, name: account.name, locale: account.locale === 'en' ? ('en' as const) : ('zh-CN' as const) }))
}

/** The reviewer has compared code and licence. Throws a conflict when the organisation was changed since it was read. */
export const verifyOrganisation = command({
  name: 'organisation.verify',
  input: verifyInput,
  load,
  policy: organisationPolicy.review,
  run: async (context, { version }, organisation) => {
    await move(context, organisation, version, 'verified', { verifiedAt: context.now, verificationNote: null })
    await tellManagers(context, organisation, null)
  },
})

/** Gives it back with what has to change, also when it was verified before. */
export const returnOrganisation = command({
  name: 'organisation.return',
  input: returnInput,
  load,
  policy: organisationPolicy.review,
  run: async (context, { version, reason }, organisation) => {
    await move(context, organisation, version, 'returned', { verificationNote: reason, verifiedAt: null }, reason)
    await tellManagers(context, organisation, reason)
  },
})
