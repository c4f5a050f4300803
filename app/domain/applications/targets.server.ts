import type { NeedSelection, Tx } from '#prisma/client'
import { findNeed, lockNeed, type NeedRecord } from '~/domain/needs/service.server'
import { isOpen, isShown, statusOf } from '~/domain/needs/rules'
import { windowState } from '~/domain/scenarios/rules'
import type { TargetFacts } from './policy'
import * as repo from './repo.server'
import type { TargetKind } from './schema'

type Common = {
  id: string
  /** What its address ends with: a need's number, a scenario's serial. */
  address: string
  title: string
  owner: string
  closesAt: Date | null
  /** Takes applications now. */
  open: boolean
  facts: TargetFacts
  criteria: { id: string; name: string; description: string; weight: number }[]
}
export type NeedTarget = Common & { kind: 'need'; need: NeedRecord; selection: NeedSelection; teams: number }
export type ScenarioTarget = Common & { kind: 'scenario'; landing: string }
export type Target = NeedTarget | ScenarioTarget

function ofNeed(need: NeedRecord, now: Date): NeedTarget {
  return {
    kind: 'need',
    need,
    id: need.id,
    address: need.number,
    title: need.title,
    owner: need.organisation.name,
    closesAt: need.deadline,
    open: isOpen(need, now),
    selection: need.selection,
    teams: need.teams,
    criteria: need.criteria.map(({ id, name, description, weight }) => ({ id, name, description, weight })),
    facts: { kind: 'need', shown: isShown(need), ownerIds: [need.organisationId], chooserId: need.organisationId },
  }
}

type ScenarioRow = NonNullable<Awaited<ReturnType<typeof repo.findScenario>>>

function ofScenario(scenario: ScenarioRow, now: Date): ScenarioTarget {
  const window = windowState(scenario, now)
  return {
    kind: 'scenario',
    id: scenario.id,
    address: scenario.serial ?? scenario.id,
    title: scenario.title,
    owner: scenario.lead.name,
    closesAt: scenario.closesAt,
    open: scenario.publication === 'published' && (window === 'open' || window === 'closing_soon'),
    landing: scenario.landing,
    criteria: [],
    facts: { kind: 'scenario', shown: scenario.publication === 'published' || scenario.publication === 'archived', ownerIds: [scenario.leadId, scenario.ownerId].filter((id) => id !== null), chooserId: scenario.leadId },
  }
}

/** What is applied to, by its address or id; locked until the transaction ends where `lock` says so. */
export async function findTarget(tx: Tx, kind: TargetKind, id: string, now: Date, lock: boolean): Promise<Target | null> {
  if (kind === 'need') {
    const need = lock ? await lockNeed(tx, id) : await findNeed(tx, id)
    return need && ofNeed(need, now)
  }
  const scenario = await repo.findScenario(tx, id)
  if (!scenario) return null
  if (!lock) return ofScenario(scenario, now)
  await repo.lockScenario(tx, scenario.id)
  const locked = await repo.findScenario(tx, scenario.id)
  return locked && ofScenario(locked, now)
}

/** The target of an application that is there: it cannot be missing. */
export async function targetOf(tx: Tx, application: { need: { id: string } | null; scenario: { id: string } | null }, now: Date): Promise<Target> {
  const target = application.need ? await findTarget(tx, 'need', application.need.id, now, false) : application.scenario ? await findTarget(tx, 'scenario', application.scenario.id, now, false) : null
  if (!target) throw new Error('an application has lost what it applies to')
  return target
}

/** True while a need has not been decided and not ended: then an application that was given back may still come in. */
export function isUndecidedTarget(target: Target, now: Date): boolean {
  if (target.kind === 'scenario') return target.facts.shown
  const status = statusOf(target.need, now)
  return status === 'published' || status === 'closed'
}

export const ownerKey = (target: Target) => ({ needId: target.kind === 'need' ? target.id : null, scenarioId: target.kind === 'scenario' ? target.id : null })
/** The page of what is applied to. */
export const targetPath = (target: Pick<Target, 'kind' | 'address'>) => `/${target.kind === 'need' ? 'needs' : 'scenarios'}/${target.address}`
