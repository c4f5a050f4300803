import { z } from 'zod'
import { oneOf, optional, text } from '~/domain/kernel/fields'

/** The lists of `search/words`: words that mean the same, words that only ask, words that are too general at the end of a question. */
export const wordKinds = ['synonym', 'question', 'edge'] as const
export type WordKind = (typeof wordKinds)[number]

export const listWordsInput = z.object({ q: optional(text(60)).catch(null) })
export const addLineInput = z.object({ kind: oneOf(wordKinds), line: text(400) })
export const lineInput = z.object({ kind: oneOf(wordKinds), line: z.string({ error: 'error.not_found' }).min(1).max(400) })
