import { assertMove, type Machine } from '~/domain/kernel/machine'
import { conflict } from '~/domain/kernel/errors'
import type { Landing, Publication } from './schema'

/** Publication (domain.md, section 2). A withdrawal needs a reason; the serial is given at publication. */
export const publicationMachine: Machine<Publication> = {
  entity: 'scenario',
  next: {
    draft: ['submitted', 'withdrawn'],
    submitted: ['changes_requested', 'approved', 'withdrawn'],
    changes_requested: ['submitted', 'withdrawn'],
    approved: ['published', 'withdrawn'],
    published: ['archived', 'withdrawn'],
    archived: [],
    withdrawn: [],
  },
}

/** Landing goes on its own way beside publication; what was shelved can be taken up again, what has landed stays. */
export const landingMachine: Machine<Landing> = {
  entity: 'landing',
  next: {
    reserve: ['in_contact', 'in_progress', 'shelved'],
    in_contact: ['reserve', 'in_progress', 'landed', 'shelved'],
    in_progress: ['in_contact', 'landed', 'shelved'],
    landed: [],
    shelved: ['reserve', 'in_contact'],
  },
}

/** States in which a department may still change the text by itself. */
export const editable: readonly Publication[] = ['draft', 'changes_requested']

export type Window = { opensAt: Date | null; closesAt: Date | null }
export type WindowState = 'upcoming' | 'open' | 'closing_soon' | 'closed'

/** Follows from the window and the time, never typed by hand; "closing soon" is within seven days. */
export function windowState({ opensAt, closesAt }: Window, now: Date): WindowState {
  if (opensAt && now < opensAt) return 'upcoming'
  if (!closesAt) return 'open'
  if (now >= closesAt) return 'closed'
  return closesAt.getTime() - now.getTime() <= 7 * 86_400_000 ? 'closing_soon' : 'open'
}

/** `2026-03-017`: year, batch, place in the year. */
export function serialOf(year: number, batch: number, ordinal: number): string {
  return `${year}-${String(batch).padStart(2, '0')}-${String(ordinal).padStart(3, '0')}`
}

/** What a scenario must have before it goes to the reviewer. Throws a conflict that says what is missing. */
export function assertCanSubmit(scenario: { publication: Publication; closesAt: Date | null }, now: Date): void {
  assertMove(publicationMachine, scenario.publication, 'submitted')
  if (scenario.closesAt && scenario.closesAt <= now) throw conflict({ key: 'scenario.window_past' })
}

/** Where the year stands: published, in review and still to be collected, of the year's plan. */
export function yearProgress(counts: Record<Publication, number>, plan: number): { published: number; inReview: number; toCollect: number } {
  const published = counts.published + counts.archived
  const inReview = counts.submitted + counts.changes_requested + counts.approved
  return { published, inReview, toCollect: Math.max(0, plan - published - inReview) }
}

/** How many of the year's plan are due by now when they come evenly, day by day. */
export function dueByNow(plan: number, elapsedDays: number, daysOfYear: number): number {
  return Math.round((plan * Math.min(Math.max(elapsedDays, 0), daysOfYear)) / daysOfYear)
}
