import { z } from 'zod'
import { codes } from '~/domain/district/codes'
import { email, id, integer, oneOf, optional, optionalText, phone, text, version } from '~/domain/kernel/fields'
import { isCreditCode } from './credit-code'

/** The kinds that people open themselves; departments and the bureau are set up with the district. */
export const openKinds = ['enterprise', 'institute', 'broker_agency'] as const
export const verifications = ['unverified', 'submitted', 'returned', 'verified'] as const
/** Party nature of the national registration form, but for those that are no organisation of the country. */
export const natures = ['domestic_enterprise', 'hmt_enterprise', 'foreign_enterprise', 'university', 'research_institute', 'medical', 'other_institution', 'association', 'government'] as const
export const scales = ['large', 'medium', 'small', 'micro', 'not_applicable'] as const

export type OpenKind = (typeof openKinds)[number]
export type VerificationState = (typeof verifications)[number]

/** 统一社会信用代码, GB 32100-2015: spaces and small letters are put right, the check digit is worked out. */
export function creditCode() {
  return z
    .string({ error: 'field.required' })
    .transform((typed) => typed.normalize('NFKC').replace(/\s/g, '').toUpperCase())
    .superRefine((code, context) => {
      if (code === '') context.addIssue({ code: 'custom', message: 'field.required' })
      else if (!isCreditCode(code)) context.addIssue({ code: 'custom', message: 'credit_code.wrong' })
    })
}

/** An address on the web; without a scheme it gets https. */
function website() {
  return text(200).transform((typed, context) => {
    const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
    if (URL.canParse(address) && /^[^\s/]+\.[^\s/]+$/.test(new URL(address).hostname)) return new URL(address).href
    context.addIssue({ code: 'custom', message: 'website.wrong' })
    return z.NEVER
  })
}

/** What an organisation says of itself. The region is typed as a GB/T 2260 code or as a name. */
export const organisationFields = z.object({
  name: text(80, 4),
  shortName: optional(text(20)),
  creditCode: creditCode(),
  nature: oneOf(natures),
  regionCode: text(30),
  areaKey: optional(text(40)),
  address: optional(text(200)),
  scale: optional(oneOf(scales)),
  summary: optionalText(1000),
  website: optional(website()),
  contactName: text(40),
  contactPhone: phone(),
  fields: codes(5),
})
export type OrganisationFields = z.output<typeof organisationFields>

export const createInput = organisationFields.extend({ kind: oneOf(openKinds) })
export const updateInput = organisationFields.extend({ id: id(), version: version() })
export const idInput = z.object({ id: id() })
/** A reviewer decides on what they saw: the version travels with the decision. */
export const verifyInput = z.object({ id: id(), version: version() })
export const returnInput = z.object({ id: id(), version: version(), reason: text(300, 4) })

export const addMemberInput = z.object({ id: id(), email: email(), manager: z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean()) })
export const removeMemberInput = z.object({ id: id(), accountId: id() })

export const listInput = z.object({
  q: optional(text(40)).catch(null),
  field: optional(text(40)).catch(null),
  area: optional(text(40)).catch(null),
  sort: oneOf(['name', 'new']).catch('name'),
  page: integer(1, 10_000).catch(1),
})
export type ListInput = z.output<typeof listInput>

export const deskInput = z.object({
  q: optional(text(40)).catch(null),
  kind: optional(oneOf(openKinds)).catch(null),
  state: optional(oneOf(verifications)).catch(null),
  page: integer(1, 10_000).catch(1),
})
export type DeskInput = z.output<typeof deskInput>
