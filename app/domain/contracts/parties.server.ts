import { labels, district } from '~/domain/district/service.server'
import { regionCodeOf } from '~/domain/district/codes.server'
import { isMemberOf } from '~/domain/kernel/actor'
import { invalid } from '~/domain/kernel/errors'
import type { Context } from '~/domain/kernel/operation.server'
import { findOrganisations, organisationOf } from '~/domain/organisations/read.server'
import type { PartyValues } from './repo.server'
import { flowOf } from './rules'
import type { Flow, PartyInput, Side } from './schema'

/** A party abroad has no GB/T 2260 code. */
export const abroad = '000000'

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

async function regionOf(party: PartyInput, side: Side): Promise<string> {
  if (party.nature === 'overseas') return abroad
  const path = `${side}.regionCode`
  if (party.regionCode) return regionCodeOf(party.regionCode, path)
  // Characters 3 to 8 of a credit code are the region of the office that gave it (GB 32100-2015).
  const fromCode = party.creditCode?.slice(2, 8)
  if (fromCode && (await labels('region', 'zh-CN')).has(fromCode)) return fromCode
  throw invalid({ path, message: { key: 'field.required' } })
}

/** A typed party as it is kept. Name, code, nature and region of a known organisation are its own. */
export async function partyValues(context: Context, side: Side, party: PartyInput): Promise<PartyValues> {
  const known = await knownOrganisation(context, party, side)
  const { scale, address, representative, contactName, contactPhone } = party
  const typed = { scale, address, representative, contactName, contactPhone }
  if (known) return { side, organisationId: known.id, name: known.name, creditCode: known.creditCode ?? party.creditCode, nature: known.nature, regionCode: known.regionCode, ...typed }
  return { side, organisationId: null, name: party.name, creditCode: party.creditCode, nature: party.nature, regionCode: await regionOf(party, side), ...typed }
}

/** 本地内部, 输出 or 吸纳, once both parties are there. */
export async function flowOfParties(parties: PartyValues[]): Promise<Flow | null> {
  const region = (side: Side) => parties.find((party) => party.side === side)?.regionCode
  const [seller, buyer] = [region('seller'), region('buyer')]
  return seller && buyer ? flowOf(seller, buyer, (await district()).regionCode) : null
}
