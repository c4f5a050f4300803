import { z } from 'zod'
import { codes } from '~/domain/district/codes'
import { checkbox, day, email, id, integer, keywords, lines, oneOf, optional, phone, text, version } from '~/domain/kernel/fields'

export const visibilities = ['public', 'members', 'on_acceptance'] as const
export type ContactVisibility = (typeof visibilities)[number]

/** What a researcher says of themselves. `maxLoad` counts projects at the same time. */
export const personFields = z.object({
  name: text(40, 2),
  title: text(40),
  organisationId: optional(id()),
  disciplines: codes(3),
  fields: codes(5, 1),
  keywords: keywords(1, 10),
  summary: text(1000, 10),
  projects: lines(20, 100),
  languages: lines(8, 20),
  availableFrom: optional(day()),
  maxLoad: integer(0, 50),
  contactEmail: optional(email()),
  contactPhone: optional(phone()),
  contactVisibility: oneOf(visibilities),
  listed: checkbox(),
})
export type PersonFields = z.output<typeof personFields>

export const createOwnInput = personFields
/** An institute's manager writes the profile of somebody who has no account. */
export const createForInput = personFields.extend({ organisationId: id() })
export const updateInput = personFields.extend({ id: z.string().max(60), version: version() })
/** Shows a profile to everyone or takes it out of the lists; the version is the one that was read. */
export const listingInput = z.object({ id: z.string().max(60), version: version(), listed: checkbox() })
export const idInput = z.object({ id: z.string().max(60) })

export const listInput = z.object({
  q: optional(text(40)).catch(null),
  field: optional(text(40)).catch(null),
  available: checkbox().catch(false),
  sort: oneOf(['name', 'new']).catch('new'),
  page: integer(1, 10_000).catch(1),
})
export type ListInput = z.output<typeof listInput>
