import { assertKnown } from '~/domain/district/codes.server'
import { conflict, forbidden, invalid, stale } from '~/domain/kernel/errors'
import { isMemberOf, isSignedIn, isStaff } from '~/domain/kernel/actor'
import { nextCode } from '~/domain/kernel/counter.server'
import { command, type Context } from '~/domain/kernel/operation.server'
import { dateColumn, yearOf } from '~/domain/kernel/time'
import { indexAchievementsOf } from '~/domain/achievements/service.server'
import { organisationOf } from '~/domain/organisations/read.server'
import { personPolicy } from './policy'
import * as repo from './repo.server'
import type { PersonRecord } from './repo.server'
import { mayBeListed } from './rules'
import { createForInput, createOwnInput, listingInput, updateInput, type PersonFields } from './schema'

/** Checks the codes and answers the columns of a row. */
async function valuesOf(input: PersonFields) {
  await assertKnown({ path: 'fields', scheme: 'field', codes: input.fields }, { path: 'disciplines', scheme: 'discipline', codes: input.disciplines })
  return { ...input, availableFrom: input.availableFrom ? dateColumn(input.availableFrom) : null }
}

/** Someone may name only an organisation that took them in: a member, or whom its manager entered. */
function assertMayJoin(context: Context, organisationId: string | null, present: string | null) {
  if (organisationId === null || organisationId === present || isStaff(context.actor) || isMemberOf(context.actor, organisationId)) return
  throw invalid({ path: 'organisationId', message: { key: 'person.not_a_member' } })
}

/** An organisation that is not verified may keep its people, but not show them. */
async function assertMayBeListed(context: Context, person: { hasAccount: boolean; organisationId: string | null; listed: boolean }) {
  if (!person.listed) return
  const organisation = person.organisationId ? await organisationOf(context.tx, person.organisationId) : null
  if (!mayBeListed(person, organisation && { verified: organisation.verification === 'verified' })) throw invalid({ path: 'listed', message: { key: 'person.organisation_not_verified' } })
}

async function indexAgain(context: Context, id: string) {
  await context.enqueue('index.record', { kind: 'expert', id }, { key: `index:expert:${id}` })
}

/** An organisation's name changed: what is indexed of its people says the old one. */
export async function indexPeopleOf(context: Context, organisationId: string): Promise<void> {
  for (const { id } of await repo.listOf(context.tx, [organisationId], true)) await indexAgain(context, id)
}

/** Whoever comes into the lists is new there from this moment on. */
const listedNow = (context: Context, before: { listed: boolean }, after: { listed: boolean }) => (after.listed && !before.listed ? { listedAt: context.now } : {})

/** What the index keeps of someone's results names them while they are listed. */
async function indexPersonAgain(context: Context, before: PersonRecord, after: { name: string; listed: boolean }) {
  await indexAgain(context, before.id)
  if (after.name !== before.name || after.listed !== before.listed) await indexAchievementsOf(context, { personId: before.id })
}

async function write(context: Context, input: PersonFields, accountId: string | null) {
  const values = await valuesOf(input)
  await assertMayBeListed(context, { ...input, hasAccount: accountId !== null })
  const number = await nextCode(context.tx, 'RC', yearOf(context.now))
  const made = await repo.insert(context.tx, { ...values, accountId, number, createdAt: context.now, ...listedNow(context, { listed: false }, input) })
  if (!made) throw conflict({ key: 'person.exists' })
  await indexAgain(context, made.id)
  await context.audit('person.create', 'person', made.id, { number })
  return { id: made.id, number }
}

/** Opens the actor's own profile, one an account. Answers its number. */
export const createProfile = command({
  name: 'person.create_own',
  input: createOwnInput,
  policy: personPolicy.createOwn,
  run: async (context, input) => {
    if (!isSignedIn(context.actor)) throw forbidden()
    if (await repo.findByAccount(context.tx, context.actor.accountId)) throw conflict({ key: 'person.exists' })
    assertMayJoin(context, input.organisationId, null)
    return write(context, input, context.actor.accountId)
  },
})

/** An institute's manager enters one of its researchers, who needs no account. Answers the number. */
export const addResearcher = command({
  name: 'person.create_for',
  input: createForInput,
  load: (context, input) => organisationOf(context.tx, input.organisationId),
  policy: personPolicy.createFor,
  run: (context, input) => write(context, input, null),
})

/** Changes a profile. Throws a conflict when it was changed meanwhile. */
export const updateProfile = command({
  name: 'person.update',
  input: updateInput,
  load: (context, input) => repo.findLocked(context.tx, input.id),
  policy: personPolicy.edit,
  run: async (context, { id: _id, version, ...input }, person) => {
    assertMayJoin(context, input.organisationId, person.organisationId)
    await assertMayBeListed(context, { ...input, hasAccount: person.accountId !== null })
    if (!(await repo.update(context.tx, person.id, version, { ...(await valuesOf(input)), ...listedNow(context, person, input) }))) throw stale(person.version)
    await indexPersonAgain(context, person, input)
    await context.audit('person.update', 'person', person.id, { listed: input.listed })
    return { number: person.number }
  },
})

/** Shows someone in the lists and in search, or takes them out at once. Throws a conflict when the profile was changed meanwhile. */
export const setListing = command({
  name: 'person.set_listing',
  input: listingInput,
  load: (context, input) => repo.findLocked(context.tx, input.id),
  policy: personPolicy.edit,
  run: async (context, { version, listed }, person) => {
    await assertMayBeListed(context, { hasAccount: person.accountId !== null, organisationId: person.organisationId, listed })
    if (!(await repo.update(context.tx, person.id, version, { listed, ...listedNow(context, person, { listed }) }))) throw stale(person.version)
    await indexPersonAgain(context, person, { name: person.name, listed })
    await context.audit(`person.${listed ? 'list' : 'unlist'}`, 'person', person.id)
    return { number: person.number }
  },
})
