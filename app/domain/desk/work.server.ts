import { z } from 'zod'
import { applicationsToTakeOn, ownApplications } from '~/domain/applications/service.server'
import { listOwnContracts } from '~/domain/contracts/service.server'
import { rolesOf } from '~/domain/kernel/actor'
import { query } from '~/domain/kernel/operation.server'
import { signedIn } from '~/domain/kernel/policy'
import { ownMatches } from '~/domain/matching/read.server'
import { ownNeeds } from '~/domain/needs/service.server'
import { listOwnScenarios } from '~/domain/scenarios/read.server'

/** What can wait for a person, in the order in which it is shown, and where it is done. */
export const waits = {
  needsReturned: '/workspace/needs',
  applicationsNew: '/workspace/needs',
  needsToChoose: '/workspace/needs',
  needsToContract: '/workspace/needs',
  questions: '/workspace/needs',
  access: '/workspace/needs',
  scenariosReturned: '/workspace/scenarios',
  applicationsReturned: '/workspace/applications',
  contractsReturned: '/workspace/contracts?state=correction_requested',
  matches: '/workspace/matches',
} as const
export type Wait = keyof typeof waits

/** What waits for the actor: texts that came back, applications to choose from, questions and requests to answer, pairs to say yes or no to. */
export const workDesk = query({
  name: 'desk.work',
  input: z.object({}),
  policy: signedIn,
  run: async (context) => {
    const roles = rolesOf(context.actor)
    const needs = (await ownNeeds.within(context, {})).rows
    const applications = (await ownApplications.within(context, {})).own
    const scenarios = roles.includes('publisher') ? await listOwnScenarios.within(context, {}) : []
    const pairs = await ownMatches.within(context, {})
    const contracts = await listOwnContracts.within(context, { state: 'correction_requested', page: 1 })
    const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
    const counts: Record<Wait, number> = {
      needsReturned: needs.filter(({ status }) => status === 'changes_requested').length,
      needsToChoose: needs.filter(({ status, applications: received }) => status === 'closed' && received > 0).length,
      needsToContract: needs.filter(({ status }) => status === 'awarded').length,
      applicationsNew: await applicationsToTakeOn(context.tx, context.actor),
      questions: sum(needs.map((need) => need.waitingQuestions)),
      access: sum(needs.map((need) => need.waitingAccess)),
      scenariosReturned: scenarios.filter(({ publication }) => publication === 'changes_requested').length,
      applicationsReturned: applications.filter(({ state }) => state === 'returned').length,
      contractsReturned: contracts.total,
      matches: [...pairs.asCandidate, ...pairs.asOwner].filter(({ state }) => state === 'notified').length,
    }
    return (Object.keys(waits) as Wait[]).filter((name) => counts[name] > 0).map((name) => ({ name, to: waits[name], count: counts[name] }))
  },
})
