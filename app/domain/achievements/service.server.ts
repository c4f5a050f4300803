import { assertKnown } from '~/domain/district/codes.server'
import { isStaff } from '~/domain/kernel/actor'
import { conflict, invalid, stale } from '~/domain/kernel/errors'
import { assertMove } from '~/domain/kernel/machine'
import { nextCode } from '~/domain/kernel/counter.server'
import { command, type Context } from '~/domain/kernel/operation.server'
import { yearOf } from '~/domain/kernel/time'
import { isManagerOf } from '~/domain/organisations/policy'
import { organisationOf } from '~/domain/organisations/read.server'
import { peopleByIds } from '~/domain/people/read.server'
import { achievementPolicy } from './policy'
import * as repo from './repo.server'
import type { AchievementRecord } from './repo.server'
import { mayBePublished, publicationMachine, stateOf } from './rules'
import { createInput, idInput, unpublishInput, updateInput, type AchievementFields } from './schema'

const load = (context: Context, input: { id: string }) => repo.findLocked(context.tx, input.id)

/**
 * Who may be named: the owner is an organisation that the actor manages (or that owned it before) or the actor's own organisation; inventors
 * are the actor, people of the owner, or those who were named before. Who does not manage the owner is an inventor: else they would lose it.
 */
async function assertOwnership(context: Context, input: AchievementFields, before: AchievementRecord | null) {
  const { actor } = context
  const owner = input.organisationId
  const people = await peopleByIds(context.tx, input.inventors)
  if (people.length !== input.inventors.length) throw invalid({ path: 'inventors', message: { key: 'achievement.inventor_unknown' } })
  if (owner !== null && !(await organisationOf(context.tx, owner))) throw invalid({ path: 'organisationId', message: { key: 'field.unknown_choice' } })
  if (isStaff(actor)) return
  const own = actor.personId ? await peopleByIds(context.tx, [actor.personId]) : []
  const ownOrganisation = own[0]?.organisationId ?? null
  if (owner !== null && owner !== before?.organisationId && owner !== ownOrganisation && !isManagerOf(actor, owner)) throw invalid({ path: 'organisationId', message: { key: 'achievement.not_your_organisation' } })
  const allowed = people.filter((person) => person.id === actor.personId || before?.inventorIds.includes(person.id) || (owner !== null && person.organisationId === owner))
  if (allowed.length !== people.length) throw invalid({ path: 'inventors', message: { key: 'achievement.inventor_unknown' } })
  if (isManagerOf(actor, owner) || input.inventors.includes(actor.personId ?? '')) return
  throw invalid({ path: 'inventors', message: { key: owner === null ? 'achievement.no_owner' : 'achievement.name_yourself' } })
}

/** Checks the codes and answers the columns of a row. */
async function valuesOf(context: Context, { inventors, ...input }: AchievementFields, before: AchievementRecord | null) {
  await assertKnown({ path: 'field', scheme: 'field', codes: [input.field] })
  await assertOwnership(context, { ...input, inventors }, before)
  return input
}

/** The owner's or an inventor's name changed: what shows it is indexed again. */
export async function indexAchievementsOf(context: Context, owner: { organisationId?: string; personId?: string }): Promise<void> {
  const owned = await repo.listOf(context.tx, { organisationIds: owner.organisationId ? [owner.organisationId] : [], personId: owner.personId }, false)
  for (const { id } of owned) await indexAgain(context, id)
}

async function indexAgain(context: Context, id: string) {
  await context.enqueue('index.record', { kind: 'achievement', id }, { key: `index:achievement:${id}` })
}

/** Writes a draft, or shows it at once with `publish`. Answers its number. */
export const createAchievement = command({
  name: 'achievement.create',
  input: createInput,
  policy: achievementPolicy.create,
  run: async (context, { publish, ...input }) => {
    const values = await valuesOf(context, input, null)
    const made = await repo.insert(context.tx, { ...values, number: await nextCode(context.tx, 'CG', yearOf(context.now)), published: false, createdAt: context.now }, input.inventors)
    await context.transition('achievement', made.id, null, 'draft')
    await context.audit('achievement.create', 'achievement', made.id, { number: made.number })
    if (publish) await publishNow(context, made.id)
    return made
  },
})

/** Changes it, and shows a draft with `publish`. Throws a conflict when it was changed meanwhile. */
export const updateAchievement = command({
  name: 'achievement.update',
  input: updateInput,
  load,
  policy: achievementPolicy.edit,
  run: async (context, { id: _id, version, publish, ...input }, achievement) => {
    const values = await valuesOf(context, input, achievement)
    if (!(await repo.update(context.tx, achievement.id, version, values, input.inventors))) throw stale(achievement.version)
    if (achievement.published) {
      await assertPublishable(context, achievement.id)
      await indexAgain(context, achievement.id)
    }
    await context.audit('achievement.update', 'achievement', achievement.id)
    if (publish && !achievement.published) await publishNow(context, achievement.id)
    return { number: achievement.number }
  },
})

/** Reads it again as it is now, since an edit may have changed owner and inventors. */
async function assertPublishable(context: Context, id: string) {
  const achievement = await repo.find(context.tx, id)
  const owner = achievement?.organisation ? { verified: achievement.organisation.verification === 'verified' } : null
  if (!achievement || !mayBePublished(owner, achievement.inventors.map(({ person }) => person))) throw conflict({ key: 'achievement.owner_not_verified' })
}

async function move(context: Context, achievement: AchievementRecord, published: boolean, reason?: string) {
  const from = stateOf(achievement)
  const to = stateOf({ published })
  assertMove(publicationMachine, from, to)
  if (!(await repo.update(context.tx, achievement.id, achievement.version, { published, ...(published && { publishedAt: context.now }) }))) throw stale(achievement.version)
  await context.transition('achievement', achievement.id, from, to, reason)
  await context.audit(`achievement.${published ? 'publish' : 'unpublish'}`, 'achievement', achievement.id, reason ? { reason } : {})
  await indexAgain(context, achievement.id)
}

/** Shows what was written a moment ago in the same transaction. */
async function publishNow(context: Context, id: string) {
  await assertPublishable(context, id)
  const achievement = await repo.find(context.tx, id)
  if (achievement) await move(context, achievement, true)
}

/** Shows it to everyone. Its owner must be verified. */
export const publishAchievement = command({
  name: 'achievement.publish',
  input: idInput,
  load,
  policy: achievementPolicy.publish,
  run: async (context, _input, achievement) => {
    await assertPublishable(context, achievement.id)
    await move(context, achievement, true)
  },
})

/** Takes it back; the reason stays in its history. */
export const unpublishAchievement = command({
  name: 'achievement.unpublish',
  input: unpublishInput,
  load,
  policy: achievementPolicy.publish,
  run: (context, { reason }, achievement) => move(context, achievement, false, reason),
})
