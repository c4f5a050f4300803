import { z } from 'zod'
import { email, id, integer, oneOf, optional, text, version } from '~/domain/kernel/fields'
import { locales } from '~/i18n'

/** Roles that an administrator gives; all others follow from organisations and profiles. */
export const givenRoles = ['reviewer', 'administrator', 'publisher'] as const
export type GivenRole = (typeof givenRoles)[number]

export const profileInput = z.object({ name: text(40, 2), locale: oneOf(locales), version: version() })

export const accountFilters = ['all', 'bureau', 'disabled', 'unconfirmed'] as const
export const searchInput = z.object({
  q: optional(text(60)).catch(null),
  show: oneOf(accountFilters).catch('all'),
  page: integer(1, 10_000).catch(1),
})
export type SearchInput = z.output<typeof searchInput>

export const idInput = z.object({ id: id() })
export const disableInput = z.object({ id: id(), reason: text(300, 4) })
/** A publisher's department is `unitId`; the bureau's roles are given in the bureau. */
export const giveRoleInput = z.object({ id: id(), role: oneOf(givenRoles), unitId: optional(id()) })
export const takeRoleInput = z.object({ id: id(), role: oneOf(givenRoles), unitId: id() })

/** Roles that an operator gives on the command line. A researcher's and a broker's own profile is written by themselves. */
export const createRoles = ['administrator', 'reviewer', 'publisher', 'enterprise', 'institute', 'broker', 'researcher'] as const
export type CreateRole = (typeof createRoles)[number]

/** `organisation` is a publisher's department, or the verified enterprise, institute or agency that takes the account in. */
export const createAccountInput = z
  .object({ email: email(), role: oneOf(createRoles), name: optional(text(40, 2)), organisation: optional(id()) })
  .superRefine(({ role, organisation }, context) => {
    const needed = role === 'publisher' || role === 'enterprise' || role === 'institute'
    if (needed && !organisation) context.addIssue({ code: 'custom', path: ['organisation'], message: `account.needs_${role}` })
    if (!needed && organisation && role !== 'broker' && role !== 'researcher') context.addIssue({ code: 'custom', path: ['organisation'], message: 'account.no_organisation' })
  })
