import { brandNames, type creditCodeMaker, personNames } from './names'
import { addDays, yearOf } from './dates'
import type { Rng } from './rng'
import { createWriter } from './text'
import { topics } from './topics'
import type { DayString, FieldCode, SampleBroker, SampleOrganisation } from './types'

const ISSUERS = ['川渝技术转移人才培养基地', '渝西技术经纪人培训中心', '缙云科技大学技术转移学院', '成渝技术转移联盟培训部']
const AGENCY_WORDS = ['技术转移', '科技服务', '知识产权服务', '成果转化服务', '技术交易服务']

const PERSON_SUMMARIES = [
  '做过[6~15]年{name}的工程工作，转做技术经纪[2~6]年，看得懂图纸和测试报告。(去年促成合同[4~13]项|经手合同最大一单[120~460/10]万元)，习惯先到现场再谈条件。',
  '(高校技术转移岗位|企业研发管理岗位|检测机构)出身，熟悉{name}和{other}，擅长知识产权安排和分期付款条款，(能帮企业准备合同认定登记材料|可陪同谈判和验收)。',
  '主要服务{name}方向的中小企业，手上有[20~60]位可以随时约谈的专家。收费按成交额的一定比例，不成不收费，前期诊断免费。',
  '曾在(园区|孵化器|投资机构)工作，偏重{other}项目，能一并对接信用贷款和中试场地。常驻永川，(每周三在旺龙湖坐班|周末也可约)。'
]

/** Certified technology brokers: persons, and agencies that are organisations of their own. */
export function makeBrokers(
  rng: Rng, today: DayString, codes: ReturnType<typeof creditCodeMaker>, takenBrands: Set<string>, people: number, agencies: number
): { brokers: SampleBroker[]; agencies: SampleOrganisation[] } {
  const names = personNames(rng, people)
  const brands = brandNames(rng, 700).filter((brand) => !takenBrands.has(brand)).slice(0, agencies)
  const organisations = brands.map((brand, index): SampleOrganisation => {
    const word = AGENCY_WORDS[index % AGENCY_WORDS.length]!
    const own = rng.sample(topics, 3)
    const association = index === agencies - 1
    const write = createWriter(rng, { names: own.map((topic) => topic.name).join('、') })
    return {
      key: `agc-${String(index + 1).padStart(2, '0')}`, kind: 'broker_agency', name: association ? `永川${brand}技术经纪人协会` : `重庆${brand}${word}有限公司`,
      shortName: brand + (association ? '协会' : word.slice(0, 2)), creditCode: codes(association ? '51' : '91', '500118'), nature: association ? 'association' : 'domestic_enterprise',
      regionCode: '500118', areaKey: rng.pick(['wanglonghu', 'wenli_circle', 'tech_eco_city']), address: `重庆市永川区兴龙大道 ${rng.int(100, 999)} 号 ${rng.int(1, 9)} 幢`,
      scale: rng.pick(['small', 'micro'] as const), fields: [...new Set(own.map((topic) => topic.field))], topics: own.map((topic) => topic.key),
      summary: write('专职技术经纪人[4~16]名，以{names}见长，(提供从需求诊断、专家对接到合同登记的全程服务|自建专家库[600~2,400/100]人|近三年促成技术合同[80~320/10]项)，在永川设有固定办公点。'), founded: rng.int(2010, 2021)
    }
  })
  const certificate = (index: number) => `JSJJ${yearOf(today) - rng.int(1, 4)}-${String(2300 + index * 7 + rng.int(0, 6)).padStart(5, '0')}`
  const brokers = Array.from({ length: people + agencies }, (_, index): SampleBroker => {
    const agency = index < people ? undefined : organisations[index - people]!
    const [topic, other] = rng.sample(topics, 2)
    const fields: FieldCode[] = agency ? agency.fields : [...new Set([topic!.field, other!.field])]
    const state = index % 13 === 5 ? 'applied' : index % 13 === 9 ? 'verified' : index % 19 === 11 ? 'suspended' : 'active'
    return {
      key: `brk-${String(index + 1).padStart(2, '0')}`,
      kind: agency ? 'agency' : 'person',
      organisationKey: agency?.key ?? null,
      name: agency?.name ?? names[index]!,
      certificateNumber: certificate(index),
      issuer: rng.pick(ISSUERS),
      grade: rng.weighted([['junior', 42], ['intermediate', 40], ['senior', 18]] as const),
      validUntil: index % 17 === 3 ? addDays(today, -rng.int(10, 160)) : addDays(today, index % 11 === 4 ? rng.int(8, 28) : rng.int(60, 1050)),
      fields,
      summary: agency?.summary ?? createWriter(rng, { name: topic!.name, other: other!.name })(PERSON_SUMMARIES[index % PERSON_SUMMARIES.length]!),
      state,
      responseRate: Math.round((0.55 + rng.next() * 0.44) * 100) / 100
    }
  })
  return { brokers, agencies: organisations }
}
