import { z } from 'zod'
import { checkbox, id, integer, oneOf, optional, optionalText, text } from '~/domain/kernel/fields'
import type { MessageKey, MessageParams } from '~/i18n'

export const matchStates = ['suggested', 'notified', 'accepted', 'declined', 'met', 'applied', 'contracted', 'excluded'] as const
export type MatchState = (typeof matchStates)[number]
export const candidateKinds = ['person', 'institute', 'achievement', 'broker'] as const
export type CandidateKind = (typeof candidateKinds)[number]
export const targetKinds = ['need', 'scenario'] as const
export type TargetKind = (typeof targetKinds)[number]

/** One named part of a score with the reason for its points, to be put into words in the reader's language. */
export type MatchPart = { part: 'text' | 'subject' | 'kin' | 'field' | 'record' | 'mode' | 'area' | 'meaning'; points: number; max: number; reason: { key: MessageKey; params?: MessageParams } }
export type Marked = { text: string; mark?: boolean }
/** A passage of both sides that belongs together, with the points that it brought. `section` names where it stands. */
export type MatchPassage = { left: { section: string; parts: Marked[] }; right: { section: string; parts: Marked[] }; points: number; max: number }

export const targetInput = z.object({ kind: oneOf(targetKinds), id: z.string() })
export const matchInput = z.object({ id: id() })
export const decideInput = z.object({ id: id() })
export const reasonInput = z.object({ id: id(), reason: text(300, 2) })
/** Who can say something to a pair. */
export const matchSides = ['owner', 'candidate', 'bureau'] as const
export type MatchSide = (typeof matchSides)[number]
/** Why a pair is taken, and why it is not. */
export const acceptReasons = ['direction', 'results', 'known', 'near'] as const
export const declineReasons = ['direction', 'maturity', 'time', 'terms', 'partner', 'distance', 'interest', 'other'] as const
export type AcceptReason = (typeof acceptReasons)[number]
export type DeclineReason = (typeof declineReasons)[number]
export const acceptInput = z.object({ id: id(), why: optional(oneOf(acceptReasons)), note: optionalText(300) })
export const declineInput = z
  .object({ id: id(), why: oneOf(declineReasons), note: optionalText(300) })
  .superRefine(({ why, note }, context) => {
    if (why === 'other' && note.length < 2) context.addIssue({ code: 'custom', path: ['note'], message: 'match.why.say' satisfies MessageKey })
  })

export const correctInput = z.object({ id: id(), correction: text(300, 4) })
/** `reason` is asked for where a broker who is named already has to go. */
export const brokerInput = z.object({ id: id(), brokerId: id(), reason: optionalText(300) })
/** Whom to add: by the number that people see, or by the id. */
export const addInput = z.object({ kind: oneOf(targetKinds), id: z.string(), candidateKind: oneOf(candidateKinds), candidateId: optional(z.uuid()), candidateNumber: optionalText(60) })

/** How often somebody is mailed what is new and fits. */
export const digestFrequencies = ['weekly', 'never'] as const
export const digestInput = z.object({ digest: oneOf(digestFrequencies) })
export const linkInput = z.object({ token: z.string() })

export const brokerFilters = ['with', 'without'] as const
/** Which pairs the bureau's list shows; what means nothing is left out. `from` is the least score. */
export const queueInput = z.object({
  state: optional(oneOf(matchStates)).catch(null),
  kind: optional(oneOf(candidateKinds)).catch(null),
  field: optional(text(40)).catch(null),
  target: optional(text(60)).catch(null),
  from: optional(integer(0, 100)).catch(null),
  broker: optional(oneOf(brokerFilters)).catch(null),
  pinned: checkbox(),
  page: integer(1, 1000).catch(1),
})
export type QueueInput = z.output<typeof queueInput>
/** Pairs that were ticked in the list, decided in one go. */
export const manyInput = z.object({ ids: z.preprocess((value) => (Array.isArray(value) ? value : value ? [value] : []), z.array(id()).min(1, 'match.tick_one').max(20, 'match.tick_one')) })
export const excludeManyInput = manyInput.extend({ reason: text(300, 2) })
