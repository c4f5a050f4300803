import { labels, district } from '~/domain/district/service.server'
import { regionReader } from '~/domain/district/codes.server'
import { isMemberOf } from '~/domain/kernel/actor'
import { invalid, type FieldError } from '~/domain/kernel/errors'
import type { Context } from '~/domain/kernel/operation.server'
import { findOrganisations, organisationOf } from '~/domain/organisations/read.server'
import type { PartyValues } from './repo.server'
import { flowOf } from './rules'
import type { Flow, PartyInput, Side } from './schema'

/** A party abroad has no GB/T 2260 code. */
const abroad = '000000'

/** The known organisation behind a typed party: the chosen one, or the verified one with the typed credit code. */
async function knownOrganisation(context: Context, party: PartyInput, side: Side) {
  if (party.organisationId) {
    const found = await organisationOf(context.tx, party.organisationId)
    // An organisation that nobody has verified speaks for itself alone.
    if (!found || (found.verification !== 'verified' && !isMemberOf(context.actor, found.id))) throw invalid({ path: `${side}.name`, message: { key: 'contract.party_unknown' } })
    return found
  }
  if (!party.creditCode) return null
  const found = await findOrganisations.within(context, { q: party.creditCode })
  return found.find((one) => one.creditCode === party.creditCode && one.verification === 'verified') ?? null
}

type KnownOrganisation = Pick<NonNullable<Awaited<ReturnType<typeof organisationOf>>>, 'id' | 'name' | 'creditCode' | 'nature' | 'regionCode'>

/**
 * Reads parties whose organisation, if any, is known, for one contract or thousands: a party as it is kept, or what its place lacks. Name, code, nature and region of a
 * known organisation are its own.
 */
export async function partyReader(): Promise<(side: Side, party: PartyInput, known: KnownOrganisation | null) => PartyValues | FieldError> {
  const [regions, codes] = [await regionReader(), await labels('region', 'zh-CN')]
  const regionOf = (side: Side, { nature, regionCode, creditCode }: PartyInput): string | FieldError => {
    if (nature === 'overseas') return abroad
    const path = `${side}.regionCode`
    const found = regionCode ? regions(regionCode) : null
    if (found !== null) return typeof found === 'string' ? found : { path, message: found }
    // Characters 3 to 8 of a credit code are the region of the office that gave it (GB 32100-2015).
    const fromCode = creditCode?.slice(2, 8) ?? ''
    return codes.has(fromCode) ? fromCode : { path, message: { key: 'field.required' } }
  }
  return (side, party, known) => {
    const { name, creditCode, nature, scale, address, representative, contactName, contactPhone } = party
    const typed = { scale, address, representative, contactName, contactPhone }
    if (known) return { side, organisationId: known.id, name: known.name, creditCode: known.creditCode ?? creditCode, nature: known.nature, regionCode: known.regionCode, ...typed }
    const region = regionOf(side, party)
    return typeof region === 'string' ? { side, organisationId: null, name, creditCode, nature, regionCode: region, ...typed } : region
  }
}

/** A typed party as it is kept. Throws a field error for an unknown organisation or place. */
export async function partyValues(context: Context, side: Side, party: PartyInput): Promise<PartyValues> {
  const values = (await partyReader())(side, party, await knownOrganisation(context, party, side))
  if ('message' in values) throw invalid(values)
  return values
}

/** 本地内部, 输出 or 吸纳, once both parties are there. */
export async function flowOfParties(parties: PartyValues[]): Promise<Flow | null> {
  const region = (side: Side) => parties.find((party) => party.side === side)?.regionCode
  const [seller, buyer] = [region('seller'), region('buyer')]
  return seller && buyer ? flowOf(seller, buyer, (await district()).regionCode) : null
}
