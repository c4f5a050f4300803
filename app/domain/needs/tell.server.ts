import { createMail } from '~/domain/notifications/service.server'
import type { Context } from '~/domain/kernel/operation.server'
import type { MailData, MailTemplate } from '#emails/catalogue'
import * as repo from './repo.server'
import type { Recipient } from './repo.server'

export type { Recipient }

/** Who works for an organisation in one of these roles, for mails of this and of the areas beside it. */
export const membersToTell = repo.membersOf
export const accountToTell = repo.recipient

/** One mail to each; `occasion` names it, so that a job or a form that comes twice mails once. */
export async function tell<Template extends MailTemplate>(context: Context, people: (Recipient | null)[], occasion: string, template: Template, data: (name: string) => MailData[Template]): Promise<void> {
  for (const person of people) {
    if (person) await createMail(context, { key: `${template}:${occasion}:${person.email}`, template, recipient: person.email, locale: person.locale, data: data(person.name) })
  }
}
