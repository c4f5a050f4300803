import { z } from 'zod'
import type { Tx } from '#prisma/client'
import { disciplineGroups } from '~/domain/district/choices.server'
import { termChoices } from '~/domain/district/service.server'
import { isSignedIn, isVerified } from '~/domain/kernel/actor'
import { id } from '~/domain/kernel/fields'
import { query } from '~/domain/kernel/operation.server'
import { signedIn } from '~/domain/kernel/policy'
import { dateColumn, dayFromColumn, dayOf } from '~/domain/kernel/time'
import { organisationPolicy } from '~/domain/organisations/policy'
import { organisationOf } from '~/domain/organisations/read.server'
import { answersFor, personPolicy } from './policy'
import * as repo from './repo.server'
import type { PersonRecord } from './repo.server'
import { isAvailable, showsContact } from './rules'
import { idInput, listInput } from './schema'

const pageSize = 20

/** What a list row shows: never the contact. `availableFrom` is a day. */
export function rowOf(person: PersonRecord, today: string) {
  const { id, number, name, title, fields, keywords, summary, maxLoad, listed, version, accountId } = person
  const availableFrom = person.availableFrom ? dayFromColumn(person.availableFrom) : null
  return {
    id, number, name, title, fields, keywords, summary, maxLoad, listed, version, availableFrom,
    hasAccount: accountId !== null,
    available: isAvailable({ availableFrom, maxLoad }, today),
    organisation: person.organisation ? { id: person.organisation.id, name: person.organisation.name, public: person.organisation.kind === 'institute' && person.organisation.verification === 'verified' } : null,
  }
}
export type PersonRow = ReturnType<typeof rowOf>

/** The listed people, 20 a page. */
export const listPeople = query({
  name: 'person.list',
  input: listInput,
  policy: personPolicy.list,
  run: async (context, filter) => {
    const today = dayOf(context.now)
    const { total, rows } = await repo.listPublic(context.tx, filter, dateColumn(today), pageSize)
    return { filter, total, pageSize, rows: rows.map((row) => rowOf(row, today)) }
  },
})

/** One person; the contact only for those whom they show it to. */
export const readPerson = query({
  name: 'person.read',
  input: idInput,
  load: (context, input) => repo.find(context.tx, input.id),
  policy: personPolicy.read,
  run: async (context, _input, person) => {
    const own = answersFor(context.actor, person)
    const reader = { self: own, verified: isSignedIn(context.actor) && isVerified(context.actor), accepted: false }
    return {
      ...rowOf(person, dayOf(context.now)),
      disciplines: person.disciplines,
      projects: person.projects,
      languages: person.languages,
      organisationId: person.organisationId,
      contactVisibility: person.contactVisibility,
      contact: showsContact(person.contactVisibility, reader) ? { email: person.contactEmail, phone: person.contactPhone } : null,
      can: { edit: personPolicy.edit(context.actor, person) === 'allow' },
    }
  },
})

/** The actor's own profile, or null when there is none yet. */
export const readOwnProfile = query({
  name: 'person.read_own',
  input: z.object({}),
  policy: signedIn,
  run: async (context) => {
    const person = context.actor.accountId ? await repo.findByAccount(context.tx, context.actor.accountId) : null
    return person ? { number: person.number } : null
  },
})

/** What the form of a profile offers: fields, disciplines, and the organisations that took the actor in (and the present one of the person). */
export const profileChoices = query({
  name: 'person.choices',
  input: z.object({ present: z.object({ id: z.string(), name: z.string() }).nullish() }),
  policy: signedIn,
  run: async (context, { present }) => {
    const joined = context.actor.memberships.map(({ organisationId, organisationName }) => ({ value: organisationId, label: organisationName }))
    const known = present ? [{ value: present.id, label: present.name }, ...joined] : joined
    return {
      organisations: [...new Map(known.map((choice) => [choice.value, choice])).values()],
      fields: await termChoices('field', context.actor.locale),
      disciplines: await disciplineGroups(context.actor.locale),
    }
  },
})

/** The people of one organisation as its own members see them: a manager sees also who is not listed, and may add and change. */
export const peopleDesk = query({
  name: 'person.desk',
  input: z.object({ organisationId: id() }),
  load: (context, input) => organisationOf(context.tx, input.organisationId),
  policy: organisationPolicy.read,
  run: async (context, { organisationId }, organisation) => {
    const edit = answersFor(context.actor, { accountId: null, organisationId, listed: false })
    return {
      organisation: { id: organisation.id, name: organisation.name, verified: organisation.verification === 'verified' },
      people: (await repo.listOf(context.tx, [organisationId], !edit)).map((row) => rowOf(row, dayOf(context.now))),
      can: { add: personPolicy.createFor(context.actor, organisation) === 'allow', edit },
    }
  },
})

/** The listed people of one organisation; all of them for its managers. */
export const listPeopleOf = query({
  name: 'person.list_of',
  input: z.object({ organisationId: id() }),
  policy: personPolicy.list,
  run: async (context, { organisationId }) => {
    const all = answersFor(context.actor, { accountId: null, organisationId, listed: false })
    return (await repo.listOf(context.tx, [organisationId], !all)).map((row) => rowOf(row, dayOf(context.now)))
  },
})

/** Names and organisations of people, by id, for another area's rules. */
export async function peopleByIds(tx: Tx, ids: string[]): Promise<{ id: string; number: string; name: string; organisationId: string | null; listed: boolean }[]> {
  return (await repo.findMany(tx, ids)).map(({ id, number, name, organisationId, listed }) => ({ id, number, name, organisationId, listed }))
}

/** The people of organisations who may be named as inventors. */
export async function peopleOfOrganisations(tx: Tx, organisationIds: string[]): Promise<{ id: string; number: string; name: string; title: string }[]> {
  return (await repo.listOf(tx, organisationIds, false)).map(({ id, number, name, title }) => ({ id, number, name, title }))
}

/** Address and telephone of a person for whoever a pair was accepted with; the caller has checked that. */
export async function contactAfterAcceptance(tx: Tx, id: string): Promise<{ email: string | null; phone: string | null } | null> {
  const person = await repo.find(tx, id)
  return person ? { email: person.contactEmail, phone: person.contactPhone } : null
}
