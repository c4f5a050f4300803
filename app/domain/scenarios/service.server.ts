import type { z } from 'zod'
import type { Prisma } from '#prisma/client'
import { closeApplications } from '~/domain/applications/close.server'
import { createMail } from '~/domain/notifications/service.server'
import { isStaff } from '~/domain/kernel/actor'
import { conflict, forbidden, notFound, stale } from '~/domain/kernel/errors'
import { assertMove } from '~/domain/kernel/machine'
import { command, type Context } from '~/domain/kernel/operation.server'
import { assertInput } from './check.server'
import { isOwnDepartment, scenarioPolicy } from './policy'
import * as repo from './repo.server'
import type { ScenarioRecord } from './repo.server'
import { assertCanSubmit, landingMachine, publicationMachine, serialOf } from './rules'
import { createInput, landingInput, reasonInput, stepInput, updateInput, type scenarioFields } from './schema'

const load = (context: Context, input: { id: string }) => repo.findLocked(context.tx, input.id)

type Fields = z.output<typeof scenarioFields>

function valuesOf({ responsibleIds: _units, ...fields }: Fields): repo.ScenarioValues {
  return fields
}

/** The parts of the text that readers see, for keeping earlier versions and telling what changed. */
function textOf(scenario: ScenarioRecord | Fields): Prisma.InputJsonObject {
  const { title, summary, body, referenceCases, resources, technologies, areaKey, theme, field } = scenario
  const shown = (value: { toString(): string } | Date | null) => (value === null ? null : value instanceof Date ? value.toISOString() : value.toString())
  return { title, summary, body, referenceCases, resources, technologies: technologies.join('、'), areaKey, theme, field, budgetMin: shown(scenario.budgetMin), budgetMax: shown(scenario.budgetMax), opensAt: shown(scenario.opensAt), closesAt: shown(scenario.closesAt) }
}

async function indexAgain(context: Context, id: string) {
  await context.enqueue('index.record', { kind: 'scenario', id }, { key: `index:scenario:${id}` })
}

async function tellDepartment(context: Context, scenario: ScenarioRecord, template: 'scenario_returned' | 'scenario_published', more: { reason?: string; serial?: string }) {
  for (const { email, name, locale } of await repo.publishersOf(context.tx, scenario.leadId)) {
    const data = { name, title: scenario.title, path: more.serial ? `/scenarios/${more.serial}` : `/workspace/scenarios/${scenario.id}`, reason: more.reason ?? '', serial: more.serial ?? '' }
    await createMail(context, { key: `${template}:${scenario.id}:${scenario.version}:${email}`, template, recipient: email, locale: locale === 'en' ? 'en' : 'zh-CN', data })
  }
}

/** A form sent twice within this time is one scenario. */
const twinMinutes = 10

/** A department (or the bureau) writes a draft. Answers its id. Publishers propose for their own department only. The same form sent twice answers the first draft. */
export const createScenario = command({
  name: 'scenario.create',
  input: createInput,
  policy: scenarioPolicy.propose,
  run: async (context, input) => {
    await assertInput(context, input)
    if (!isStaff(context.actor) && !isOwnDepartment(context.actor, input.leadId)) throw forbidden()
    const twin = await repo.findTwin(context.tx, { leadId: input.leadId, createdById: context.actor.accountId, title: input.title, body: input.body, since: new Date(context.now.getTime() - twinMinutes * 60_000) })
    if (twin) {
      await context.audit('scenario.create_again', 'scenario', twin.id)
      return twin
    }
    const made = await repo.insert(context.tx, { ...valuesOf(input), createdById: context.actor.accountId, createdAt: context.now }, input.responsibleIds)
    await context.transition('scenario', made.id, null, 'draft')
    await context.audit('scenario.create', 'scenario', made.id, { title: made.title })
    return { id: made.id }
  },
})

/** Changes the text. A published one keeps its earlier version, is indexed again and matched again. Throws a conflict when it was changed meanwhile. */
export const updateScenario = command({
  name: 'scenario.update',
  input: updateInput,
  load,
  policy: scenarioPolicy.edit,
  run: async (context, { id: _id, version, ...fields }, scenario) => {
    await assertInput(context, fields, scenario.closesAt)
    if (!isStaff(context.actor) && !isOwnDepartment(context.actor, fields.leadId)) throw forbidden()
    const before = textOf(scenario)
    const after = textOf(fields)
    const changed = Object.keys(after).filter((name) => String(before[name]) !== String(after[name]))
    if (!(await repo.update(context.tx, scenario.id, version, valuesOf(fields), fields.responsibleIds))) throw stale(scenario.version)
    if (scenario.publication === 'published' && changed.length > 0) {
      await repo.keepVersion(context.tx, scenario.id, scenario.version, before, changed, context.actor.accountId)
      await indexAgain(context, scenario.id)
    }
    // Whose it is counts as well: nobody is suggested to themselves.
    if (scenario.publication === 'published' && (changed.length > 0 || fields.leadId !== scenario.leadId)) await context.enqueue('match.target', { kind: 'scenario', id: scenario.id }, { key: `match:scenario:${scenario.id}` })
    await context.audit('scenario.update', 'scenario', scenario.id, { changed })
    return { id: scenario.serial ?? scenario.id }
  },
})

async function move(context: Context, scenario: ScenarioRecord, to: ScenarioRecord['publication'], values: Prisma.ScenarioUncheckedUpdateManyInput = {}, reason?: string) {
  assertMove(publicationMachine, scenario.publication, to)
  if (!(await repo.update(context.tx, scenario.id, scenario.version, { publication: to, ...values }))) throw stale(scenario.version)
  await context.transition('scenario', scenario.id, scenario.publication, to, reason)
  await context.audit(`scenario.${to}`, 'scenario', scenario.id, reason ? { reason } : {})
}

/** Sends it to the bureau's review. */
export const submitScenario = command({
  name: 'scenario.submit',
  input: stepInput,
  load,
  policy: scenarioPolicy.submit,
  run: async (context, _input, scenario) => {
    assertCanSubmit(scenario, context.now)
    await move(context, scenario, 'submitted', { submittedAt: context.now, reviewNote: null })
  },
})

/** The reviewer gives it back with what has to change; the department gets a mail. */
export const returnScenario = command({
  name: 'scenario.return',
  input: reasonInput,
  load,
  policy: scenarioPolicy.review,
  run: async (context, { reason }, scenario) => {
    await move(context, scenario, 'changes_requested', { reviewNote: reason }, reason)
    await tellDepartment(context, scenario, 'scenario_returned', { reason })
  },
})

/** The reviewer agrees; it waits for its batch to come out. */
export const approveScenario = command({
  name: 'scenario.approve',
  input: stepInput,
  load,
  policy: scenarioPolicy.review,
  run: (context, _input, scenario) => move(context, scenario, 'approved'),
})

/** Publishes: gives the serial, makes it searchable, matches it and tells the department. Answers the serial. */
export const publishScenario = command({
  name: 'scenario.publish',
  input: stepInput,
  load,
  policy: scenarioPolicy.review,
  run: async (context, _input, scenario) => {
    assertMove(publicationMachine, scenario.publication, 'published')
    if (scenario.closesAt && scenario.closesAt <= context.now) throw conflict({ key: 'scenario.window_over' })
    const ordinal = await repo.nextOrdinal(context.tx, scenario.year)
    const serial = serialOf(scenario.year, scenario.batch, ordinal)
    await move(context, scenario, 'published', { ordinal, serial, publishedAt: context.now })
    await indexAgain(context, scenario.id)
    await context.enqueue('match.target', { kind: 'scenario', id: scenario.id }, { key: `match:scenario:${scenario.id}` })
    await tellDepartment(context, scenario, 'scenario_published', { serial })
    return { serial }
  },
})

/** Takes it back from any state before archived, with a reason that stays; whoever had applied hears it. */
export const withdrawScenario = command({
  name: 'scenario.withdraw',
  input: reasonInput,
  load,
  policy: scenarioPolicy.withdraw,
  run: async (context, { reason }, scenario) => {
    await move(context, scenario, 'withdrawn', { withdrawReason: reason }, reason)
    if (scenario.publication !== 'published') return
    await indexAgain(context, scenario.id)
    await closeApplications(context, { scenarioId: scenario.id, title: scenario.title }, reason)
  },
})

export const archiveScenario = command({
  name: 'scenario.archive',
  input: stepInput,
  load,
  policy: scenarioPolicy.review,
  run: async (context, _input, scenario) => {
    await move(context, scenario, 'archived')
    await indexAgain(context, scenario.id)
  },
})

/** Moves the landing progress of a published scenario on. */
export const setLanding = command({
  name: 'scenario.set_landing',
  input: landingInput,
  load,
  policy: scenarioPolicy.setLanding,
  run: async (context, { landing, reason }, scenario) => {
    if (scenario.publication !== 'published' && scenario.publication !== 'archived') throw notFound()
    assertMove(landingMachine, scenario.landing, landing)
    if (!(await repo.update(context.tx, scenario.id, scenario.version, { landing, landedAt: landing === 'landed' ? context.now : scenario.landedAt }))) throw stale(scenario.version)
    await context.transition('landing', scenario.id, scenario.landing, landing, reason || null)
    await context.audit('scenario.set_landing', 'scenario', scenario.id, { from: scenario.landing, to: landing })
  },
})
