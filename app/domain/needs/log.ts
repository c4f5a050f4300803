import type { NeedState } from '#prisma/client'
import { changedFields, differenceOf, keptText, textFields, type Cut, type NeedText, type TextField } from './text'

/** One entry of the change log, newest first: a step of its way, or what the owner changed in the text. */
export type LogEntry = { at: string; step: NeedState; reason: string | null } | { at: string; changes: { field: TextField; before: string; after: string; cut: Cut | null }[] }

type Version = { createdAt: Date; fields: unknown }
type Step = { occurredAt: Date; toState: string; reason: string | null }

/** Texts in which a reader looks for the place; codes and short facts are shown whole. */
const prose: readonly TextField[] = ['title', 'problem', 'indicators', 'indicatorRows', 'goal', 'basis', 'conditions', 'preferredPartners', 'criteria', 'confidentialSummary']

function changesOf(before: NeedText, after: NeedText) {
  return changedFields(before, after).map((field) => ({ field, before: before[field], after: after[field], cut: prose.includes(field) ? differenceOf(before[field], after[field]) : null }))
}

/** Steps that everyone may read; what went to and fro before the publication is between the enterprise and the reviewer. */
const publicSteps: readonly string[] = ['submitted', 'published', 'awarded', 'contracted', 'cancelled', 'unsuccessful']

/**
 * The log of a need from its kept versions (newest first, each the text before a change), its present text and its steps.
 * `all` adds the steps that only the owner and the bureau see.
 */
export function logOf(versions: Version[], current: NeedText, steps: Step[], all: boolean): LogEntry[] {
  let after = current
  const edits = versions.map((version): LogEntry => {
    const before = { ...keptText(version.fields) }
    // A part that did not exist yet when the version was kept has not changed.
    for (const name of textFields) if (typeof version.fields === 'object' && version.fields !== null && !(name in version.fields)) before[name] = after[name]
    const entry = { at: version.createdAt.toISOString(), changes: changesOf(before, after) }
    after = before
    return entry
  })
  const shown = steps.filter((step) => all || publicSteps.includes(step.toState)).map((step): LogEntry => ({ at: step.occurredAt.toISOString(), step: step.toState as NeedState, reason: all || step.toState !== 'published' ? step.reason : null }))
  return [...edits, ...shown].sort((a, b) => b.at.localeCompare(a.at))
}
