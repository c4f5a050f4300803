import { placeName } from './areas'
import { departmentNames } from './departments'
import { groups } from './groups'
import { brandNames, type creditCodeMaker } from './names'
import { outsideRegions } from './regions'
import type { Rng } from './rng'
import { createWriter } from './text'
import { topics, type Topic } from './topics'
import type { FieldCode, OrganisationScale, PartyNature, SampleOrganisation } from './types'

const LOCAL_REGION = '500118'
type CodeMaker = ReturnType<typeof creditCodeMaker>

const STREETS = ['兴龙大道', '和畅大道', '星光大道', '昌州大道', '凤凰大道', '大安二路', '探花路', '萱花路', '内环东路', '人民西路', '文理路', '食品园路']

function address(rng: Rng, areaKey: string | null, place: string): string {
  const spot = areaKey && areaKey !== 'whole_district' ? placeName(areaKey) : ''
  const building = rng.chance(0.5) ? `${rng.int(1, 18)} 号楼` : `${rng.int(1, 9)} 幢 ${rng.int(2, 16)} 层`
  return areaKey ? `重庆市永川区${spot}${rng.pick(STREETS)} ${rng.int(6, 899)} 号 ${building}` : `${place}科技路 ${rng.int(6, 680)} 号 ${building}`
}

function fieldsOf(list: Topic[]): FieldCode[] {
  return [...new Set(list.map((topic) => topic.field))]
}

function enterpriseSummary(rng: Rng, topic: Topic, founded: number, place: string, scale: OrganisationScale): string {
  const staff = { large: [520, 1800], medium: [160, 480], small: [36, 150], micro: [8, 30], not_applicable: [20, 60] }[scale]
  const people = rng.int(staff[0]!, staff[1]!)
  const research = Math.max(2, Math.round(people * (0.08 + rng.next() * 0.22)))
  const objects = rng.sample(topic.objects, 2).join('、')
  const write = createWriter(rng, {
    founded: String(founded), place, people: String(people), research: String(research), objects, name: topic.name,
    works: rng.sample(topic.works, 2).join('和'), word: rng.pick(topic.keywords)
  })
  return write(rng.pick([
    '{founded}年成立，(厂区|办公地|生产基地)在{place}，主要产品和服务用于{objects}。现有员工{people}人，其中研发人员{research}人。',
    '(专注|主要从事|长期从事){name}，业务覆盖{objects}等，{founded}年落户{place}，研发人员{research}人，(近三年研发投入占营业收入[3~9]%|拥有有效专利[4~46]项)。',
    '一家做{objects}的企业，{people}人，{founded}年设立于{place}。近年围绕{works}与院校合作，(已完成[2~7]个联合项目|建有区级企业研发机构)。',
    '位于{place}，{founded}年成立。为(本地整机企业|区内外客户|川渝两地客户)提供{objects}相关的产品与配套服务，{word}是目前投入最多的方向，研发人员{research}人。'
  ]))
}

/** Companies, cooperatives and service firms: about nine in ten are local. */
export function makeEnterprises(rng: Rng, codes: CodeMaker, count: number): SampleOrganisation[] {
  const brands = brandNames(rng, count)
  return brands.map((brand, index) => {
    const topic = topics[index % topics.length]!
    const group = groups[topic.group]
    // The round through the topics shifts it, so that every topic has local firms whatever their number.
    const local = (index + Math.floor(index / topics.length)) % 10 !== 7
    const outside = rng.weighted(outsideRegions.map((region) => [region, region.weight] as const))
    const word = rng.pick(topic.firms ?? group.firms)
    const nature = rng.weighted<PartyNature>([['domestic_enterprise', 92], ['hmt_enterprise', 4], ['foreign_enterprise', 4]])
    const coop = local && topic.group === 'agri' && rng.chance(0.22)
    const start = local ? rng.weighted([['重庆', 68], ['重庆市永川区', 20], ['永川', 12]] as const) : outside.start
    const ending = coop ? '专业合作社' : topic.group !== 'agri' && rng.chance(0.06) ? '股份有限公司' : nature === 'domestic_enterprise' ? '有限公司' : rng.pick(['有限公司', '（重庆）有限公司'])
    const areaKey = local ? rng.pick(group.areas.filter((key) => key !== 'whole_district')) : null
    const scale = coop ? 'micro' : rng.weighted<OrganisationScale>([['large', 5], ['medium', 20], ['small', 50], ['micro', 25]])
    const founded = rng.int(2003, 2023)
    const siblings = topics.filter((other) => other.group === topic.group && other.key !== topic.key && !other.firms && !topic.firms)
    const own = rng.chance(0.3) ? [topic, ...rng.sample(siblings, 1)] : [topic]
    const place = areaKey ? `永川${placeName(areaKey)}` : outside.place
    return {
      key: `ent-${String(index + 1).padStart(3, '0')}`,
      kind: 'enterprise',
      name: `${ending.startsWith('（') && start === '重庆' ? '' : start}${brand}${coop ? word.replace(/科技|发展/, '') : word}${ending}`,
      shortName: brand + (coop ? '合作社' : word.slice(0, 2)),
      creditCode: codes(coop ? '93' : '91', local ? LOCAL_REGION : outside.code),
      nature,
      regionCode: local ? LOCAL_REGION : outside.code,
      areaKey,
      address: address(rng, areaKey, outside.place),
      scale,
      fields: fieldsOf(own),
      topics: own.map((each) => each.key),
      summary: enterpriseSummary(rng, topic, founded, place, scale),
      founded
    }
  })
}

const INSTITUTE_STARTS = ['渝西', '永川', '成渝', '重庆渝西', '川渝', '缙云', '重庆箕山', '重庆竹溪', '重庆临江', '巴渝', '石松', '桃花山']
const COLLEGES = ['渝西理工学院', '缙云科技大学', '重庆箕山应用技术大学', '巴渝医药高等专科学校', '重庆临江职业技术学院', '渝西农林职业学院', '桃花山师范学院', '川渝汽车工程职业学院', '重庆竹溪信息职业学院', '渝西中医药大学', '石松工商大学', '锦江东岸理工大学']
const HOSPITALS = ['渝西老年病医学中心', '永川箕山医院', '巴渝康复医院']

interface InstituteBase { name: string; nature: PartyNature; groups: string[]; wide: boolean }

function instituteBases(rng: Rng, count: number): InstituteBase[] {
  const bases: InstituteBase[] = []
  const all = Object.keys(groups)
  COLLEGES.forEach((name, index) => {
    const own = name.includes('医') ? ['biomed', 'health'] : name.includes('农林') ? ['agri', 'environment', 'energy'] : name.includes('汽车') ? ['vehicle', 'parts', 'battery', 'factory'] :
      name.includes('信息') ? ['digital', 'city', 'education'] : [all[(index * 3) % 14]!, all[(index * 3 + 4) % 14]!, all[(index * 3 + 9) % 14]!, all[(index * 5 + 2) % 14]!]
    bases.push({ name, nature: 'university', groups: own, wide: true })
  })
  HOSPITALS.forEach((name) => bases.push({ name, nature: 'medical', groups: ['health', 'biomed'], wide: false }))
  const used = new Set<string>()
  for (let round = 0; bases.length < count; round += 1) {
    const group = all[round % all.length]!
    const words = groups[group as keyof typeof groups].institutes
    const name = `${rng.pick(INSTITUTE_STARTS)}${words[Math.floor(round / all.length) % words.length]!}`
    if (used.has(name)) continue
    used.add(name)
    bases.push({ name, nature: rng.weighted<PartyNature>([['research_institute', 70], ['other_institution', 20], ['domestic_enterprise', 10]]), groups: [group], wide: false })
  }
  return bases
}

/** Universities, colleges, hospitals, research institutes; two in three are local. */
export function makeInstitutes(rng: Rng, codes: CodeMaker, count: number): SampleOrganisation[] {
  const turns = new Map<string, number>()
  return instituteBases(rng, count).map((base, index) => {
    const own = base.groups.flatMap((key) => {
      const pool = topics.filter((topic) => topic.group === key)
      const size = Math.min(pool.length, base.wide ? 4 : 5)
      const turn = turns.get(key) ?? 0
      turns.set(key, turn + size)
      return Array.from({ length: size }, (_, step) => pool[(turn + step) % pool.length]!)
    })
    const local = base.nature === 'medical' || index % 3 !== 1
    const outside = rng.weighted(outsideRegions.map((region) => [region, region.weight] as const))
    const areaKey = local ? rng.pick(['wanglonghu', 'wenli_circle', 'tech_eco_city', 'fenghuanghu', 'weixinghu']) : null
    const founded = rng.int(base.nature === 'university' ? 1952 : 2004, base.nature === 'university' ? 2006 : 2022)
    const names = rng.sample(own.map((topic) => topic.name), 3)
    const write = createWriter(rng, { names: names.join('、'), place: areaKey ? `永川${placeName(areaKey)}` : outside.place, founded: String(founded) })
    const summary = write(base.nature === 'university'
      ? '位于{place}，{founded}年办学。设有[2~6]个市级以上科研平台，{names}是(长期积累的方向|近年投入较多的方向|与地方企业合作最多的方向)，(每年承接企业委托项目[30~160]项|设有技术转移办公室，专人对接企业)。'
      : base.nature === 'medical'
        ? '位于{place}，{founded}年建院。承担{names}等临床与转化研究，有药物和器械临床试验专业[3~9]个，可为企业提供临床评价和真实世界数据服务。'
        : '{founded}年在{place}设立，(新型研发机构|独立法人科研机构|专业研究机构)，固定人员[22~140]人，主要研究{names}。(建有中试线[1~3]条|有[1,200~9,600/100]平方米实验和中试场地|实验设备原值[1,500~8,800/100]万元)，对企业开放。')
    return {
      key: `ins-${String(index + 1).padStart(3, '0')}`,
      kind: 'institute',
      name: base.nature === 'domestic_enterprise' ? `${base.name}有限公司` : base.name,
      shortName: base.name.replace(/^重庆(?=.{5,})/, ''),
      creditCode: codes(base.nature === 'domestic_enterprise' ? '91' : '12', local ? LOCAL_REGION : outside.code),
      nature: base.nature,
      regionCode: local ? LOCAL_REGION : outside.code,
      areaKey,
      address: address(rng, areaKey, outside.place),
      scale: 'not_applicable',
      fields: fieldsOf(own),
      topics: own.map((topic) => topic.key),
      summary,
      founded
    }
  })
}

/** The plan's units, which lead scenarios and are responsible for tasks. */
export function makeDepartments(rng: Rng, codes: CodeMaker): SampleOrganisation[] {
  return departmentNames.map(([key, name, shortName]) => ({
    key, kind: 'department', name, shortName, creditCode: codes('11', LOCAL_REGION), nature: 'government', regionCode: LOCAL_REGION,
    areaKey: 'whole_district', address: `重庆市永川区${rng.pick(STREETS)} ${rng.int(6, 399)} 号`, scale: 'not_applicable',
    fields: [], topics: [], summary: `${name}，行动方案的牵头或责任单位。`, founded: 1997
  }))
}
