import { z } from 'zod'
import { labels } from '~/domain/district/service.server'
import { query } from '~/domain/kernel/operation.server'
import { findOrganisations } from '~/domain/organisations/read.server'
import { contractPolicy } from './policy'
import { sides, type Side } from './schema'

/** An organisation to choose as a party. */
export type FoundParty = { id: string; name: string; creditCode: string | null; nature: string; region: string; regionCode: string; address: string | null; scale: string | null; verified: boolean }
export type Assisted = { values: Record<string, unknown>; found: { side: Side; q: string; parties: FoundParty[] } | null }

const asRecord = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {})
const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

/** `find:seller`, `choose:buyer`, `change:seller` or `sums`: a step within the form that writes nothing. */
export const assistSteps = /^(?:(find|choose|change):(seller|buyer)|sums)$/
const input = z.object({ intent: z.string().regex(assistSteps), values: z.record(z.string(), z.unknown()) })

/**
 * A step of the contract form that needs the server and works without a script: finds organisations by name or credit code,
 * fills a chosen one in, or empties a party. Answers the form's values as they are to be shown next.
 */
export const assistContractForm = query({
  name: 'contract.assist',
  input,
  policy: contractPolicy.create,
  run: async (context, { intent, values }): Promise<Assisted> => {
    const [, step, wanted] = assistSteps.exec(intent) ?? []
    const side = sides.find((each) => each === wanted)
    if (!step || !side) return { values, found: null }
    if (step === 'change') return { values: { ...values, [side]: {} }, found: null }
    const q = asText(asRecord(values.find)[side]).trim().slice(0, 40)
    const rows = q === '' ? [] : await findOrganisations.within(context, { q })
    const regions = await labels('region', context.actor.locale)
    const own = new Set(context.actor.memberships.map((membership) => membership.organisationId))
    const parties = rows.filter(({ verification, id }) => verification === 'verified' || own.has(id)).map(({ id, name, creditCode, nature, regionCode, address, scale, verification }): FoundParty => ({ id, name, creditCode, nature, region: regions.get(regionCode) ?? regionCode, regionCode, address, scale, verified: verification === 'verified' }))
    const chosen = step === 'choose' ? parties.find(({ id }) => id === asText(asRecord(values.choose)[side])) : undefined
    if (!chosen) return { values, found: q === '' ? null : { side, q, parties } }
    const { id, name, creditCode, nature, region, regionCode, address, scale } = chosen
    return { values: { ...values, [side]: { organisationId: id, name, creditCode: creditCode ?? '', nature, regionCode, region, address: address ?? '', scale: scale ?? '' } }, found: null }
  },
})
