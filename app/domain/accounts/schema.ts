import { z } from 'zod'
import { id, integer, oneOf, optional, text, version } from '~/domain/kernel/fields'
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
