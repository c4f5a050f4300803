import { z } from 'zod'
import { id } from '~/domain/kernel/fields'
import { query } from '~/domain/kernel/operation.server'
import { signedIn } from '~/domain/kernel/policy'
import { isManagerOf } from '~/domain/organisations/policy'
import { organisationOf } from '~/domain/organisations/read.server'
import { peopleByIds, peopleOfOrganisations } from '~/domain/people/read.server'
import { achievementPolicy } from './policy'
import * as repo from './repo.server'
import type { AchievementRecord } from './repo.server'
import { stateOf } from './rules'
import { idInput, listInput, ownListInput } from './schema'

const pageSize = 20

/** What a list row shows. Prices in 元 as text. */
export function rowOf(achievement: AchievementRecord) {
  const { id, number, title, summary, field, trl, iprKind, modes, keywords, version } = achievement
  return {
    id, number, title, summary, field, trl, iprKind, modes, keywords, version,
    state: stateOf(achievement),
    priceMin: achievement.priceMin?.toFixed(2) ?? null,
    priceMax: achievement.priceMax?.toFixed(2) ?? null,
    publishedAt: achievement.publishedAt?.toISOString() ?? null,
    owner: achievement.organisation ? { id: achievement.organisation.id, name: achievement.organisation.name, public: achievement.organisation.kind === 'institute' && achievement.organisation.verification === 'verified' } : null,
    inventors: achievement.inventors.map(({ person }) => ({ id: person.id, number: person.number, name: person.name, public: person.listed })),
  }
}
export type AchievementRow = ReturnType<typeof rowOf>

/** The published ones, 20 a page. */
export const listAchievements = query({
  name: 'achievement.list',
  input: listInput,
  policy: achievementPolicy.list,
  run: async (context, filter) => {
    const { total, rows } = await repo.listPublic(context.tx, filter, pageSize)
    return { filter, total, pageSize, rows: rows.map(rowOf) }
  },
})

export const readAchievement = query({
  name: 'achievement.read',
  input: idInput,
  load: (context, input) => repo.find(context.tx, input.id),
  policy: achievementPolicy.read,
  run: async (context, _input, achievement) => ({
    ...rowOf(achievement),
    body: achievement.body,
    iprNumber: achievement.iprNumber,
    cases: achievement.cases,
    organisationId: achievement.organisationId,
    inventorIds: achievement.inventorIds,
    can: { edit: achievementPolicy.edit(context.actor, achievement) === 'allow', publish: achievementPolicy.publish(context.actor, achievement) === 'allow' },
  }),
})

/** What the actor's organisations own and what they invented themselves, drafts first, 20 a page. */
export const listOwnAchievements = query({
  name: 'achievement.list_own',
  input: ownListInput,
  policy: signedIn,
  run: async (context, { state, page }) => {
    const { actor } = context
    const owner = { organisationIds: actor.memberships.map((membership) => membership.organisationId), personId: actor.personId }
    const { counts, rows } = await repo.listOwn(context.tx, owner, state && state === 'published', page, pageSize)
    return {
      state, page, pageSize, counts,
      total: state ? counts[state] : counts.draft + counts.published,
      mayCreate: achievementPolicy.create(actor) === 'allow',
      rows: rows.map((row) => ({ ...rowOf(row), editable: achievementPolicy.edit(actor, row) === 'allow' })),
    }
  },
})

/** The published ones of an organisation or a person, for their public pages. */
export const listAchievementsOf = query({
  name: 'achievement.list_of',
  input: z.object({ organisationId: id().optional(), personId: id().optional() }),
  policy: achievementPolicy.list,
  run: async (context, { organisationId, personId }) => (await repo.listOf(context.tx, { organisationIds: organisationId ? [organisationId] : [], personId }, false)).map(rowOf),
})

/** Who may be named in the form: owners and inventors that the actor has, and those whom the achievement `id` names already. */
export const ownerChoices = query({
  name: 'achievement.owner_choices',
  input: z.object({ id: z.string().max(60).nullish() }),
  policy: achievementPolicy.create,
  run: async (context, { id }) => {
    const { actor } = context
    const before = id ? await readAchievement.within(context, { id }) : null
    const own = actor.personId ? await peopleByIds(context.tx, [actor.personId]) : []
    const managed = actor.memberships.filter((membership) => isManagerOf(actor, membership.organisationId) && (membership.kind === 'institute' || membership.kind === 'enterprise'))
    const ids = [...new Set([...managed.map((membership) => membership.organisationId), ...own.flatMap((person) => person.organisationId ?? []), ...(before?.organisationId ? [before.organisationId] : [])])]
    const organisations: { value: string; label: string }[] = []
    for (const one of ids) {
      const found = await organisationOf(context.tx, one)
      if (found) organisations.push({ value: found.id, label: found.name })
    }
    const named = (await peopleByIds(context.tx, before?.inventorIds ?? [])).map((person) => ({ ...person, title: '' }))
    const known = [...named, ...own.map((person) => ({ ...person, title: '' })), ...(await peopleOfOrganisations(context.tx, ids))]
    const people = new Map(known.map((person) => [person.id, { value: person.id, label: [person.name, person.title].filter(Boolean).join(' ') }]))
    return { organisations, people: [...people.values()], self: actor.personId }
  },
})
