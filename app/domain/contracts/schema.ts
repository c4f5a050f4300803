import { z } from 'zod'
import { checkbox, consent, day, integer, oneOf, optional, optionalText, phone, text, version, yuan } from '~/domain/kernel/fields'
import { type Decimal } from '~/domain/kernel/money'
import type { MessageKey } from '~/i18n'
import { isCreditCode } from '~/domain/organisations/credit-code'
import { amountProblems } from './rules'

/** 五技 of the Civil Code. */
export const contractTypes = ['development', 'transfer', 'licence', 'consulting', 'service'] as const
export const contractSubtypes = ['commissioned', 'cooperative', 'training', 'intermediary'] as const
/** Type and sub-kind as one choice; training and intermediary are sub-kinds of older records and are offered for those alone. */
export const contractKinds = ['development_commissioned', 'development_cooperative', 'transfer', 'licence', 'consulting', 'service', 'service_training', 'service_intermediary'] as const
export const newContractKinds = contractKinds.slice(0, 6)
export const planSources = ['national', 'ministry', 'provincial', 'municipal', 'unplanned'] as const
export const paymentMethods = ['lump_sum', 'instalments', 'royalty', 'lump_sum_royalty'] as const
export const iprKinds = ['patent', 'know_how', 'software_copyright', 'layout_design', 'bio_variety', 'plant_variety', 'none'] as const
export const natures = ['government', 'research_institute', 'university', 'medical', 'other_institution', 'association', 'domestic_enterprise', 'hmt_enterprise', 'foreign_enterprise', 'individual', 'overseas'] as const
export const contractStates = ['draft', 'reported', 'under_review', 'correction_requested', 'registered', 'refused', 'amended', 'revoked', 'terminated'] as const
export const flows = ['local', 'output', 'absorption', 'outside'] as const
export const sources = ['need', 'scenario', 'outside'] as const
export const sides = ['seller', 'buyer'] as const

export type ContractType = (typeof contractTypes)[number]
export type ContractSubtype = (typeof contractSubtypes)[number]
export type ContractKind = (typeof contractKinds)[number]
export type ContractState = (typeof contractStates)[number]
export type Flow = (typeof flows)[number]
export type Nature = (typeof natures)[number]
export type Side = (typeof sides)[number]

/** Natures for which the registration form asks no credit code. */
export const withoutCreditCode: readonly Nature[] = ['individual', 'overseas']

const id = () => z.string().max(60)
const creditCode = () =>
  optional(z.string().transform((typed) => typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()).refine(isCreditCode, { error: 'credit_code.wrong' }))

const party = z
  .object({
    organisationId: optional(z.uuid({ error: 'field.unknown_choice' })),
    name: text(120, 2),
    creditCode: creditCode(),
    nature: oneOf(natures),
    scale: optional(text(20)),
    /** A GB/T 2260 code or a place's name. */
    regionCode: optional(text(30)),
    address: optional(text(200)),
    representative: optional(text(40)),
    contactName: optional(text(40)),
    contactPhone: optional(phone()),
  })
  .superRefine((value, context) => {
    if (!value.creditCode && !withoutCreditCode.includes(value.nature)) context.addIssue({ code: 'custom', path: ['creditCode'], message: 'contract.credit_code_missing' })
  })
export type PartyInput = z.output<typeof party>

const hasText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

/** A party of which nothing was typed is not there yet: a draft may wait for it. */
const draftParty = () =>
  z.preprocess((value) => (value && typeof value === 'object' && Object.values(value).some(hasText) ? value : null), party.nullable())

const zero = (value: unknown) => (value === undefined || value === null || (typeof value === 'string' && value.trim() === '') ? '0' : value)

/** Amounts in 元, as typed. The technology amount is never worked out here: what is not typed is not there. */
const amountFields = {
  pending: checkbox(),
  totalAmount: optional(yuan()),
  equipmentAmount: z.preprocess(zero, yuan()),
  materialAmount: z.preprocess(zero, yuan()),
  technologyAmount: optional(yuan()),
}
type Amounts = { pending: boolean; totalAmount: Decimal | null; equipmentAmount: Decimal; materialAmount: Decimal; technologyAmount: Decimal | null }

function amountsAgree(value: Amounts, context: z.RefinementCtx) {
  for (const { path, key, params } of amountProblems(value)) context.addIssue({ code: 'custom', path: [path], message: key, params })
}

/** What the national registration form asks, as the reporter types it. Days are in Asia/Shanghai. */
export const contractFields = z.object({
  projectName: text(200, 4),
  kind: oneOf(contractKinds),
  field: text(40),
  ipr: oneOf(iprKinds),
  plan: oneOf(planSources),
  seller: draftParty(),
  buyer: draftParty(),
  ...amountFields,
  paymentMethod: oneOf(paymentMethods),
  signedOn: day(),
  beginsOn: optional(day()),
  endsOn: optional(day()),
  related: checkbox(),
  objective: optional(text(4)),
  buyerIndustry: optional(text(8)),
  source: oneOf(sources),
  needNumber: optional(text(20)),
  scenarioSerial: optional(text(20)),
  applicationId: optional(z.uuid({ error: 'field.unknown_choice' })),
  matchId: optional(z.uuid({ error: 'field.unknown_choice' })),
  brokerNumber: optional(text(20)),
  /** Why the broker who was named is not any more. */
  brokerReason: optionalText(300),
})
export type ContractFields = z.output<typeof contractFields>

function fieldsAgree(value: ContractFields, context: z.RefinementCtx) {
  amountsAgree(value, context)
  if (value.beginsOn && value.endsOn && value.endsOn < value.beginsOn) context.addIssue({ code: 'custom', path: ['endsOn'], message: 'day.order' })
  const linked = value.applicationId ?? value.matchId
  if (value.source === 'need' && !linked && !value.needNumber) context.addIssue({ code: 'custom', path: ['needNumber'], message: 'contract.need_missing' })
  if (value.source === 'scenario' && !linked && !value.scenarioSerial) context.addIssue({ code: 'custom', path: ['scenarioSerial'], message: 'contract.scenario_missing' })
  const { seller, buyer } = value
  const same = seller && buyer && (seller.creditCode ? seller.creditCode === buyer.creditCode : seller.name === buyer.name)
  if (same) context.addIssue({ code: 'custom', path: ['buyer', 'name'], message: 'contract.same_party' })
}

/** `draftId` is made with the form, so that a form sent twice writes one draft. */
export const createInput = contractFields.extend({ draftId: optional(z.uuid({ error: 'field.wrong' })) }).superRefine(fieldsAgree)
/** A contract out of a file of the bureau's: what a form has, both parties, and its registration where there is one already. */
export const importFields = contractFields
  .extend({ registrationNumber: optional(text(40, 4)), registrationOffice: optional(text(80, 2)), registeredOn: optional(day()) })
  .superRefine((value, context) => {
    fieldsAgree(value, context)
    const wrong = (path: string, message: MessageKey) => context.addIssue({ code: 'custom', path: path.split('.'), message })
    for (const side of sides) if (!value[side]) wrong(`${side}.name`, 'field.required')
    if (value.registrationNumber && !value.registeredOn) wrong('registeredOn', 'field.required')
    if (value.registeredOn && !value.registrationNumber) wrong('registrationNumber', 'field.required')
    if (value.registeredOn && value.registeredOn < value.signedOn) wrong('registeredOn', 'contract.registered_before_signed')
  })
export type ImportFields = z.output<typeof importFields>

export const updateInput = contractFields.extend({ id: id(), version: version() }).superRefine(fieldsAgree)
export const idInput = z.object({ id: id() })
export const reportInput = z.object({ id: id(), version: version(), confirmed: consent('contract.must_confirm') })
export const prefillInput = z.object({ application: optional(z.string().max(60)), match: optional(z.uuid({ error: 'field.unknown_choice' })) })

/** Fields on which a reviewer can ask for a correction. */
export const correctable = ['projectName', 'kind', 'field', 'ipr', 'plan', 'seller', 'buyer', 'totalAmount', 'equipmentAmount', 'materialAmount', 'technologyAmount', 'paymentMethod', 'signedOn', 'beginsOn', 'endsOn', 'related', 'source', 'text'] as const
export const correctionInput = z.object({ id: id(), field: oneOf(correctable), note: text(300, 4) })
export const resubmitInput = z.object({ id: id(), confirmed: consent('contract.must_confirm') })
export const registerInput = z.object({ id: id(), registrationNumber: text(40, 4), registrationOffice: text(80, 2), registeredOn: day() })
export const reasonInput = z.object({ id: id(), reason: text(300, 4) })
export const disputeInput = z.object({ id: id(), disputed: checkbox(), reason: text(300, 4) })
export const mergeInput = z.object({ id: id(), into: text(20, 4), reason: text(300, 4) })
export const terminateInput = z.object({ id: id(), terminatedOn: day(), reason: text(300, 4) })
export const amendInput = z.object({ id: id(), version: version(), ...amountFields, effectiveOn: day(), reason: text(300, 4) }).superRefine(amountsAgree)

const page = () => integer(1, 100_000).catch(1)
export const ownListInput = z.object({ state: optional(oneOf(contractStates)).catch(null), page: page() })

/** What the bureau can filter by; the same names and keys as in the statistics, so that every figure opens its rows. */
export const queueInput = z.object({
  q: optionalText(80).catch(''),
  state: optional(oneOf(['waiting', ...contractStates])).catch(null),
  counted: checkbox().catch(false),
  pending: checkbox().catch(false),
  from: optional(day()).catch(null),
  to: optional(day()).catch(null),
  type: optional(oneOf(contractTypes)).catch(null),
  field: optional(text(40)).catch(null),
  ipr: optional(oneOf(iprKinds)).catch(null),
  plan: optional(oneOf(planSources)).catch(null),
  party: optional(text(40)).catch(null),
  area: optional(text(40)).catch(null),
  region: optional(text(12)).catch(null),
  flow: optional(text(20)).catch(null),
  broker: optional(text(40)).catch(null),
  source: optional(oneOf(sources)).catch(null),
  sort: oneOf(['due', 'signed', 'amount']).catch('due'),
  page: page(),
})
export type QueueInput = z.output<typeof queueInput>
