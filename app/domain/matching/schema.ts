import { z } from 'zod'
import { id, integer, oneOf, optional, text } from '~/domain/kernel/fields'
import type { MessageKey, MessageParams } from '~/i18n'

export const matchStates = ['suggested', 'notified', 'accepted', 'declined', 'met', 'applied', 'contracted', 'excluded'] as const
export type MatchState = (typeof matchStates)[number]
export const candidateKinds = ['person', 'institute', 'achievement', 'broker'] as const
export type CandidateKind = (typeof candidateKinds)[number]
export const targetKinds = ['need', 'scenario'] as const
export type TargetKind = (typeof targetKinds)[number]

/** One named part of a score with the reason for its points, to be put into words in the reader's language. */
export type MatchPart = { part: 'text' | 'subject' | 'kin' | 'field' | 'record' | 'mode' | 'area'; points: number; max: number; reason: { key: MessageKey; params?: MessageParams } }
export type Marked = { text: string; mark?: boolean }
/** A passage of both sides that belongs together, with the points that it brought. `section` names where it stands. */
export type MatchPassage = { left: { section: string; parts: Marked[] }; right: { section: string; parts: Marked[] }; points: number; max: number }

export const targetInput = z.object({ kind: oneOf(targetKinds), id: z.string() })
export const matchInput = z.object({ id: id() })
export const decideInput = z.object({ id: id() })
export const reasonInput = z.object({ id: id(), reason: text(300, 2) })
export const correctInput = z.object({ id: id(), correction: text(300, 4) })
export const brokerInput = z.object({ id: id(), brokerId: id() })
export const addInput = z.object({ kind: oneOf(targetKinds), id: z.string(), candidateKind: oneOf(candidateKinds), candidateNumber: text(60) })
export const queueInput = z.object({ state: optional(oneOf(['suggested', 'notified', 'accepted', 'excluded'])).catch(null), target: optional(text(60)).catch(null), page: integer(1, 1000).catch(1) })
