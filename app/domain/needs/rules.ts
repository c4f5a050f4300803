import type { NeedState } from '#prisma/client'
import { conflict, type FieldError } from '~/domain/kernel/errors'
import type { Machine } from '~/domain/kernel/machine'
import type { Decimal } from '~/domain/kernel/money'
import { addWorkingDays, dayOf, instantFromLocal, localFromInstant, type WorkCalendar } from '~/domain/kernel/time'
import type { CriterionInput, NeedFields } from './schema'

/**
 * States of a need (domain.md, section 3). `closed` is never stored: it follows from the deadline (`statusOf`), and only a
 * closed need can have been unsuccessful. From awarded it goes back when the winner withdraws.
 */
export const needMachine: Machine<NeedState> = {
  entity: 'need',
  next: {
    draft: ['submitted', 'withdrawn'],
    submitted: ['changes_requested', 'published', 'withdrawn'],
    changes_requested: ['submitted', 'withdrawn'],
    published: ['awarded', 'cancelled', 'withdrawn'],
    closed: ['awarded', 'cancelled', 'unsuccessful', 'withdrawn'],
    awarded: ['published', 'contracted', 'cancelled'],
    contracted: [],
    cancelled: [],
    unsuccessful: [],
    withdrawn: [],
  },
}

type Timed = { state: NeedState; deadline: Date }

/** The state as it stands now: a published need is closed from its deadline on. */
export function statusOf({ state, deadline }: Timed, now: Date): NeedState {
  return state === 'published' && deadline <= now ? 'closed' : state
}

/** True while applications and edits of them are taken. */
export function isOpen(need: Timed, now: Date): boolean {
  return statusOf(need, now) === 'published'
}

const listed: readonly NeedState[] = ['published', 'closed', 'awarded', 'contracted']
export const listedStates = ['published', 'awarded', 'contracted'] as const satisfies readonly NeedState[]

/** In the public list and the search index. */
export function isListed(state: NeedState): boolean {
  return listed.includes(state)
}

/** Anyone may open its page: what was public and then ended keeps its address, what was withdrawn does not. */
export function isShown({ state, publishedAt }: { state: NeedState; publishedAt: Date | null }): boolean {
  return isListed(state) || (publishedAt !== null && (state === 'cancelled' || state === 'unsuccessful'))
}

/** When it stopped or stops taking applications, for whatever reason. */
export function closesAt({ deadline, awardedAt }: { deadline: Date; awardedAt: Date | null }): Date {
  return awardedAt && awardedAt < deadline ? awardedAt : deadline
}

/** States in which the owner may change the text. A closed need may be edited to give it a later deadline. */
const editable: readonly NeedState[] = ['draft', 'changes_requested', 'published', 'closed']

export function mayEdit(status: NeedState): boolean {
  return editable.includes(status)
}

/** The default criteria of a new need: four, with weights that sum to 100. The texts are message keys. */
export const defaultCriteria = [
  { key: 'solution', weight: 45 },
  { key: 'record', weight: 25 },
  { key: 'cost', weight: 20 },
  { key: 'local', weight: 10 },
] as const

/** How many are chosen: 揭榜挂帅 usually one, 赛马制 two or three side by side. */
export function teamsOf({ selection, teams }: { selection: 'open_call' | 'parallel'; teams: number | null }): number {
  return teams ?? (selection === 'parallel' ? 2 : 1)
}

export type Complete = Pick<NeedFields, 'problem' | 'indicators' | 'goal' | 'keywords' | 'modes' | 'field' | 'contactName' | 'contactPhone' | 'fundingKind' | 'startsOn' | 'endsOn'> & {
  fundingMin: Decimal | { toString(): string } | null
  fundingMax: Decimal | { toString(): string } | null
  deadline: Date | null
  criteria: readonly CriterionInput[]
}

/** What is still missing before a need can go to the reviewer, field by field; nothing when it is complete. */
export function missing(need: Complete, now: Date): FieldError[] {
  const errors: FieldError[] = []
  const want = (path: string, there: boolean, key: 'field.required' | 'field.choose' | 'need.criteria_needed' | 'need.keywords_needed' | 'time.in_the_past' = 'field.required') => {
    if (!there) errors.push({ path, message: { key } })
  }
  want('problem', need.problem !== '')
  want('indicators', need.indicators !== '')
  want('goal', need.goal !== '')
  want('keywords', need.keywords.length > 0, 'need.keywords_needed')
  want('field', need.field !== '', 'field.choose')
  want('startsOn', need.startsOn !== null)
  want('endsOn', need.endsOn !== null)
  if (need.fundingKind === 'range') {
    want('fundingMin', need.fundingMin !== null)
    want('fundingMax', need.fundingMax !== null)
  }
  want('modes', need.modes.length > 0, 'field.choose')
  want('criteria', need.criteria.length > 0, 'need.criteria_needed')
  want('deadline', need.deadline !== null)
  if (need.deadline) want('deadline', need.deadline > now, 'time.in_the_past')
  want('contactName', need.contactName !== '')
  want('contactPhone', Boolean(need.contactPhone))
  return errors
}

/** A deadline that people have seen may be moved back, never forward (choice); a new one lies in the future. */
export function deadlineProblem(before: Date, after: Date, now: Date): FieldError | null {
  if (after.getTime() === before.getTime() && before > now) return null
  if (after <= now) return { path: 'deadline', message: { key: 'time.in_the_past' } }
  return after < before ? { path: 'deadline', message: { key: 'need.deadline_earlier' } } : null
}

/** Criteria that people have applied against stay as they are. */
export function sameCriteria(before: readonly CriterionInput[], after: readonly CriterionInput[]): boolean {
  const text = (list: readonly CriterionInput[]) => JSON.stringify(list.map(({ name, description, weight }) => [name, description, weight]))
  return text(before) === text(after)
}

export type QuestionTimes = { close: Date; answersDue: Date }

/** Until when questions can be asked and are to be answered: working days before the deadline, at its time of day (district settings; choice: 2 and 1). */
export function questionTimes(deadline: Date, settings: { questionsCloseDays: number; answersDueDays: number }, calendar: WorkCalendar): QuestionTimes {
  const clock = localFromInstant(deadline).slice(10)
  const before = (days: number) => instantFromLocal(addWorkingDays(dayOf(deadline), -days, calendar) + clock) ?? deadline
  return { close: before(settings.questionsCloseDays), answersDue: before(settings.answersDueDays) }
}

/** Throws when questions are over or the need takes none. */
export function assertMayAsk(need: Timed, times: QuestionTimes, now: Date): void {
  if (!isOpen(need, now) || now >= times.close) throw conflict({ key: 'need.questions_over' })
}
