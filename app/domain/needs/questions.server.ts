import { district, workCalendar } from '~/domain/district/service.server'
import { conflict, notFound } from '~/domain/kernel/errors'
import { isSignedIn } from '~/domain/kernel/actor'
import { command } from '~/domain/kernel/operation.server'
import { signIn } from '~/domain/kernel/errors'
import * as exchange from './exchange-repo.server'
import { needPolicy } from './policy'
import type { NeedRecord } from './repo.server'
import { assertMayAsk, questionTimes, type QuestionTimes } from './rules'
import { answerInput, askInput } from './schema'
import { accountToTell, membersToTell, tell } from './tell.server'
import { loadNeed } from './write.server'

/** Until when questions are taken and answers are due, by the district's settings and its working days. */
export async function questionTimesOf(need: Pick<NeedRecord, 'deadline'>): Promise<QuestionTimes> {
  return questionTimes(need.deadline, await district(), await workCalendar())
}

/** Asks the owner something in private. The same question sent twice is one. Throws a conflict when questions are over. */
export const askQuestion = command({
  name: 'need.ask',
  input: askInput,
  load: loadNeed,
  policy: needPolicy.ask,
  run: async (context, { question }, need) => {
    if (!isSignedIn(context.actor)) throw signIn()
    assertMayAsk(need, await questionTimesOf(need), context.now)
    const same = await exchange.findSameQuestion(context.tx, need.id, context.actor.accountId, question)
    const asked = same ?? (await exchange.insertQuestion(context.tx, { needId: need.id, askerId: context.actor.accountId, question, askedAt: context.now }))
    await context.audit(same ? 'need.ask_again' : 'need.ask', 'need', need.id, { questionId: asked.id })
    const owners = await membersToTell(context.tx, need.organisationId, ['enterprise'])
    await tell(context, owners, asked.id, 'question_asked', (name) => ({ name, title: need.title, question, path: `/workspace/needs/${need.number}#questions` }))
    return { questionId: asked.id }
  },
})

/** Answers for everyone to read; the asker stays unnamed and gets a mail. An answer that stands is not changed. */
export const answerQuestion = command({
  name: 'need.answer',
  input: answerInput,
  load: loadNeed,
  policy: needPolicy.answer,
  run: async (context, { questionId, answer }, need) => {
    const question = await exchange.findQuestion(context.tx, need.id, questionId)
    if (!question) throw notFound()
    if (question.answer !== null && question.answer !== answer) throw conflict({ key: 'need.answered_already' })
    if (question.answer === null) await exchange.writeAnswer(context.tx, question.id, answer, context.now)
    await context.audit('need.answer', 'need', need.id, { questionId })
    await tell(context, [await accountToTell(context.tx, question.askerId)], question.id, 'question_answered', (name) => ({ name, title: need.title, path: `/needs/${need.number}#questions` }))
  },
})
