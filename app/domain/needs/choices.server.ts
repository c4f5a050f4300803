import { z } from 'zod'
import { areaChoices, industryChoices, termChoices } from '~/domain/district/service.server'
import { query } from '~/domain/kernel/operation.server'
import { needPolicy } from './policy'
import { usualDeadline } from './write.server'

/** What the form of a need offers: the organisations that the actor posts for, taxonomies and areas, and the usual deadline. */
export const needChoices = query({
  name: 'need.choices',
  input: z.object({}),
  policy: needPolicy.create,
  run: async ({ actor, now }) => {
    const { locale } = actor
    const organisations = actor.memberships.filter(({ role }) => role === 'enterprise').map(({ organisationId, organisationName }) => ({ value: organisationId, label: organisationName }))
    const disciplines = (await termChoices('discipline', locale)).filter(({ value }) => /^\d{3}$/.test(value))
    return { choices: { organisations, fields: await termChoices('field', locale), areas: await areaChoices(locale), industries: await industryChoices(locale), disciplines }, deadline: usualDeadline(now).toISOString() }
  },
})
