import type { ApplicationState } from '#prisma/client'
import type { FieldError } from '~/domain/kernel/errors'
import type { Machine } from '~/domain/kernel/machine'
import type { MessageKey } from '~/i18n'
import type { ApplicationFields } from './schema'

/**
 * States of an application (domain.md, section 4). One that was not yet taken under review can be closed with a reason when
 * another is chosen or the need ends, so that everyone hears back (choice); one that was not selected can be taken up again
 * when the winner withdraws (choice); a winner may withdraw until there is a contract.
 */
export const applicationMachine: Machine<ApplicationState> = {
  entity: 'application',
  next: {
    draft: ['submitted'],
    submitted: ['returned', 'under_review', 'not_selected', 'withdrawn'],
    returned: ['submitted', 'not_selected', 'withdrawn'],
    under_review: ['shortlisted', 'selected', 'not_selected', 'withdrawn'],
    shortlisted: ['selected', 'not_selected', 'withdrawn'],
    selected: ['withdrawn'],
    not_selected: ['under_review'],
    withdrawn: [],
  },
}

/** Handed in and not decided. */
export const undecided = ['submitted', 'returned', 'under_review', 'shortlisted'] as const satisfies readonly ApplicationState[]
/** Taken on by the owner: from here the applicant sees whom to call. */
export const accepted = ['under_review', 'shortlisted', 'selected'] as const satisfies readonly ApplicationState[]

export function isUndecided(state: ApplicationState): boolean {
  return undecided.some((one) => one === state)
}

export function mayEdit(state: ApplicationState): boolean {
  return state === 'draft' || state === 'returned'
}

type Written = Pick<ApplicationFields, 'approach' | 'iprProposal' | 'noControl' | 'termsAccepted' | 'startsOn' | 'endsOn'> & { cost: unknown; evidence: Readonly<Record<string, string>> }

/** What is still missing before an application can be handed in, field by field. Each published criterion wants its evidence. */
export function missing(application: Written, criterionIds: readonly string[]): FieldError[] {
  const errors: FieldError[] = []
  const want = (path: string, there: boolean, key: MessageKey = 'field.required') => {
    if (!there) errors.push({ path, message: { key } })
  }
  want('approach', application.approach !== '')
  for (const id of criterionIds) want(`evidence.${id}`, (application.evidence[id] ?? '') !== '')
  want('startsOn', application.startsOn !== null)
  want('endsOn', application.endsOn !== null)
  want('cost', application.cost !== null)
  want('iprProposal', application.iprProposal !== '')
  want('noControl', application.noControl, 'application.no_control_needed')
  want('termsAccepted', application.termsAccepted, 'field.must_agree')
  return errors
}

export type Score = { reviewerId: string; criterionId: string; points: number }

/** One reviewer's total, 0–100 with one decimal: points weighted by the published weights. */
export function weightedTotal(points: ReadonlyMap<string, number>, criteria: readonly { id: string; weight: number }[]): number {
  const sum = criteria.reduce((total, { id, weight }) => total + (points.get(id) ?? 0) * weight, 0)
  return Math.round(sum / 10) / 10
}

/** One reviewer's points by criterion. */
export function pointsOf(scores: readonly Score[], reviewerId: string): Map<string, number> {
  return new Map(scores.filter((score) => score.reviewerId === reviewerId).map(({ criterionId, points }) => [criterionId, points]))
}

/** The mean of the reviewers' totals, with one decimal; null while nobody scored. */
export function meanTotal(scores: readonly Score[], criteria: readonly { id: string; weight: number }[]): { mean: number; reviewers: number } | null {
  const reviewers = [...new Set(scores.map(({ reviewerId }) => reviewerId))]
  if (reviewers.length === 0) return null
  const totals = reviewers.map((reviewer) => weightedTotal(pointsOf(scores, reviewer), criteria))
  return { mean: Math.round((totals.reduce((sum, total) => sum + total, 0) / totals.length) * 10) / 10, reviewers: reviewers.length }
}

/** Reviewers score on their own: others' scores open to one who has scored, and to all once it is decided. */
export function scoresOpen(scores: readonly Score[], readerId: string | null, state: ApplicationState): boolean {
  return !isUndecided(state) || scores.some(({ reviewerId }) => reviewerId === readerId)
}

/** What is wrong with a choice: how many are chosen, and that each of the others gets its reason. */
export function choiceProblems(candidates: readonly string[], winners: readonly string[], reasons: Readonly<Record<string, string>>, most: number): FieldError[] {
  const problems: FieldError[] = []
  const unknown = winners.some((number) => !candidates.includes(number))
  if (winners.length === 0) problems.push({ path: 'winners', message: { key: 'application.choose_one' } })
  else if (unknown) problems.push({ path: 'winners', message: { key: 'field.unknown_choice' } })
  else if (new Set(winners).size > most) problems.push({ path: 'winners', message: { key: 'application.too_many_winners', params: { most, chosen: new Set(winners).size } } })
  for (const number of candidates) {
    if (!winners.includes(number) && [...(reasons[number] ?? '')].length < 4) problems.push({ path: `reasons.${number}`, message: { key: 'application.reason_needed' } })
  }
  return problems
}

export type PhaseRow = { phase: number; decision: 'proceed' | 'stop' | null }

/** Which phase of a 赛马 is to be decided next; null once it was stopped. */
export function nextPhase(phases: readonly PhaseRow[]): number | null {
  if (phases.some(({ decision }) => decision === 'stop')) return null
  return Math.max(0, ...phases.filter(({ decision }) => decision !== null).map(({ phase }) => phase)) + 1
}

export type WayStep = { state: ApplicationState; place: 'done' | 'now' | 'next' }

const way: ApplicationState[] = ['draft', 'submitted', 'under_review', 'selected']

/** Where an application stands on its way, for its timeline: the last step names how it ended. */
export function wayOf(state: ApplicationState, steps: readonly { toState: string }[]): WayStep[] {
  const seen = (one: ApplicationState) => steps.some(({ toState }) => toState === one)
  const ended = state === 'selected' || state === 'not_selected' || state === 'withdrawn'
  if (ended) return [...way.slice(0, 3).filter((one) => one === 'draft' || seen(one)).map((one) => ({ state: one, place: 'done' as const })), { state, place: 'done' }]
  const here: ApplicationState = state === 'shortlisted' ? 'under_review' : state === 'returned' ? 'submitted' : state
  const at = way.indexOf(here)
  return way.map((one, index) => ({ state: index === at ? state : one, place: index < at ? 'done' : index === at ? 'now' : 'next' }))
}
