import { district } from '~/domain/district/service.server'
import type { CandidateRow } from './candidates-repo.server'
import { unpack } from './packing'
import type { Profile } from './profile'
import type { Candidate } from './score'

export type PoolMember = Candidate & { rowId: string; availableFrom: Date | null; maxLoad: number | null }
/** Candidates and, at the same places, their texts. */
export type Read = { members: PoolMember[]; profiles: Profile[] }

/** District, province or elsewhere, by GB/T 2260: the first two digits name the province. */
function placeOf(regionCode: string | null, districtCode: string): PoolMember['place'] {
  if (regionCode === null) return 'unknown'
  if (regionCode === districtCode) return 'district'
  return regionCode.slice(0, 2) === districtCode.slice(0, 2) ? 'province' : 'outside'
}

/** Candidates as their rows say, seen from the district. */
export async function readFrom(rows: readonly CandidateRow[]): Promise<Read> {
  const { regionCode: districtCode } = await district()
  const members = rows.map(({ id, candidateId, kind, organisationId, personIds, fields, modes, areaKey, regionCode, trl, records, availableFrom, maxLoad }) => ({ rowId: id, id: candidateId, kind, organisationIds: organisationId ? [organisationId] : [], personIds, fields, modes, areaKey, place: placeOf(regionCode, districtCode), trl, records, availableFrom, maxLoad }))
  return { members, profiles: rows.map(({ profile }) => unpack(profile)) }
}

const peopleOf = (member: PoolMember) => (member.kind === 'person' ? [member.id, ...member.personIds] : member.personIds)

/** A result, its inventors and their institute say the same in other places: none of them is evidence for another. */
export function ofOneHouse(one?: PoolMember, other?: PoolMember): boolean {
  if (!one || !other) return false
  return one.organisationIds.some((id) => other.organisationIds.includes(id)) || peopleOf(one).some((id) => peopleOf(other).includes(id))
}
