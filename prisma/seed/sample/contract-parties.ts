import { groups } from './groups'
import { brandNames, type creditCodeMaker, personNames } from './names'
import { foreignParties, outsideRegions } from './regions'
import type { Rng } from './rng'
import { topics } from './topics'
import type { OrganisationScale, PartyNature, SampleOutsideParty } from './types'

export interface OutsideParty extends SampleOutsideParty {
  topic: string
}

const OUTSIDE_ACADEMIES = ['先进技术研究院', '工程技术研究中心', '应用技术研究所', '产业技术研究院']
const OUTSIDE_UNIVERSITIES = ['嘉陵理工大学', '蜀南科技学院', '岷江工业大学', '锦城南山大学', '长江上游交通大学', '滨江电子科技学院', '云岭农业大学', '江淮材料工程大学']

/** Parties without an account: firms of other places, academies, a few individuals and parties abroad. Each knows one topic. */
export function makeOutsideParties(rng: Rng, codes: ReturnType<typeof creditCodeMaker>, taken: Set<string>, count: number): OutsideParty[] {
  const brands = brandNames(rng, 1100).filter((brand) => !taken.has(brand))
  const people = personNames(rng, 60)
  return Array.from({ length: count }, (_, index): OutsideParty => {
    const topic = topics[index % topics.length]!
    const region = rng.weighted(outsideRegions.map((each) => [each, each.weight] as const))
    const brand = brands[index]!
    const base = { regionCode: region.code as string | null, country: 'CN', address: `${region.place}创新路 ${rng.int(3, 680)} 号`, topic: topic.key }
    const kind = rng.weighted([['firm', 84], ['academy', 8], ['university', 4], ['individual', 3], ['overseas', 1]] as const)
    const none: OrganisationScale = 'not_applicable'
    if (kind === 'overseas') {
      const party = rng.pick(foreignParties)
      return { ...base, ...party, creditCode: null, nature: 'overseas', regionCode: null, address: party.country, scale: none }
    }
    if (kind === 'individual') return { ...base, name: people[index % people.length]!, creditCode: null, nature: 'individual', scale: none }
    if (kind === 'academy') return { ...base, name: `${region.start.replace('市', '')}${brand}${rng.pick(OUTSIDE_ACADEMIES)}`, creditCode: codes('12', region.code), nature: 'research_institute', scale: none }
    if (kind === 'university') {
      const turn = index % OUTSIDE_UNIVERSITIES.length
      const name = OUTSIDE_UNIVERSITIES[turn]!
      const home = outsideRegions[(turn * 5) % outsideRegions.length]!
      return { ...base, name, creditCode: null, nature: 'university', regionCode: home.code, address: `${home.place}大学路 ${10 + turn} 号`, scale: none }
    }
    const word = rng.pick(topic.firms ?? groups[topic.group].firms)
    return {
      ...base, name: `${region.start}${brand}${word}有限公司`, creditCode: codes('91', region.code),
      nature: rng.weighted<PartyNature>([['domestic_enterprise', 94], ['hmt_enterprise', 3], ['foreign_enterprise', 3]]),
      scale: rng.weighted<OrganisationScale>([['large', 8], ['medium', 24], ['small', 48], ['micro', 20]])
    }
  })
}

/** Gives every outside university one code, however often it appears. */
export function fillUniversityCodes(parties: OutsideParty[], codes: ReturnType<typeof creditCodeMaker>): void {
  const known = new Map<string, string>()
  for (const party of parties) {
    if (party.nature !== 'university' || !party.regionCode) continue
    const code = known.get(party.name) ?? codes('12', party.regionCode)
    known.set(party.name, code)
    party.creditCode = code
  }
}
