import { placeName } from './areas'
import { addDays, at, daysBetween, yearOf } from './dates'
import { groups } from './groups'
import { moneyFromWan } from './money'
import { personNames, samplePhone } from './names'
import type { Rng } from './rng'
import { createWriter, fit, type Writer } from './text'
import { topics, type Topic } from './topics'
import type { DayString, SampleOrganisation, SampleScenario } from './types'

const BATCH_DAYS = ['03-20', '06-20', '09-20', '11-20'] as const
/** Published in each batch: 100 last year, 83 this year. */
const LAST_YEAR = [25, 25, 25, 25]
const THIS_YEAR_TOTAL = 83
const OPEN_NOW = 30
const CLOSING_THIS_WEEK = 6

/** The publication days of this year's batches: the planned day, or as much of the quarter as has passed; only quarters that have begun. */
export function batchDays(today: DayString): DayString[] {
  const year = yearOf(today)
  const starts = ['01-01', '04-01', '07-01', '10-01']
  return BATCH_DAYS.flatMap((day, index) => {
    const planned = `${year}-${day}`
    const start = `${year}-${starts[index]!}`
    if (addDays(planned, 2) < today) return [planned]
    return start < today ? [addDays(start, Math.floor(daysBetween(start, today) / 2))] : []
  })
}

const OFFERS = [
  '(场地、图纸和接口|现场、数据和配合人员)由牵头单位统一提供，参与单位不需要另找应用点。', '入选方案可先做[2~4]个月验证，验证合格再签正式合同，验证不成也会说明原因。',
  '牵头单位每两周组织一次现场协调，遇到跨部门事项由专人办理。', '同一主题允许两家同时试用，使用单位打分，结果公开。', '运营期内产生的数据归公共部门所有，参与单位可在脱敏后用于产品改进。'
]
const WANTS = [
  '希望参与单位具备{m}或{m2}方面的产品，有不少于一处可考察的应用。', '重点看{i1}、{i2}，并请说明在本地(坡道多、雾天多|夏季高温高湿|老旧设施多)的条件下如何保证。', '优先考虑能在永川设点服务、愿意培养本地运维人员的团队；接受联合体。',
  '方案需覆盖设备、软件和后续[2~3]年的维护，报价分开列。', '欢迎高校和初创团队以样机参加，不设注册资本门槛。'
]
const RESOURCES = [
  '开放现场[2~12]处，配合人员[2~8]名，历史数据[1~5]年', '提供场地[200~2,600/100]平方米，免租期[12~36]个月', '协调供电、通信和通行手续，指定一名联络人', '纳入首台（套）推荐目录，验收后优先列入采购计划', '可申请知识价值信用贷款推荐，配套奖补按政策执行',
  '提供试用用户[60~900/20](人|户)，由(街道|园区)组织', '开放实验室与检测设备，按成本价收费'
]
const REFERENCES = [
  '{year}年，川南某市建成同类项目，覆盖[6~30]处，运行[8~20]个月，{i1}', '外省两个国家级园区有相近做法，一期投入[120~900/10]万元，已复制到[2~5]个区县', '区内一家企业{year}年自行试点过，{i1}，规模较小，经验可供参考',
  '成渝地区[2~4]个区县正在开展，尚无完整评估，可组织实地考察', '目前未检索到同等规模的公开案例，欢迎提供'
]
const KINDS: [SampleScenario['kind'], number][] = [
  ['solution_selection', 34], ['public_service', 18], ['market_adoption', 16], ['infrastructure', 12], ['resources', 9], ['planning', 5], ['event', 4], ['franchise', 2]
]

interface Slot { year: number; batch: 1 | 2 | 3 | 4; day: DayString; open: boolean; soon: boolean; publication: SampleScenario['publication'] }

function slots(rng: Rng, today: DayString): Slot[] {
  const year = yearOf(today)
  const rows: Slot[] = LAST_YEAR.flatMap((count, index) =>
    Array.from({ length: count }, () => ({
      year: year - 1, batch: (index + 1) as Slot['batch'], day: addDays(`${year - 1}-${BATCH_DAYS[index]!}`, rng.int(0, 5)), open: false, soon: false,
      publication: rng.chance(0.22) ? ('archived' as const) : ('published' as const)
    })))
  const days = batchDays(today)
  const published: Slot[] = Array.from({ length: THIS_YEAR_TOTAL }, (_, index) => {
    const batch = days.length === 0 ? 0 : Math.min(days.length - 1, Math.floor((index * days.length) / THIS_YEAR_TOTAL))
    const base = days[batch] ?? `${year}-01-01`
    const late = addDays(base, rng.int(0, 2))
    return { year, batch: (batch + 1) as Slot['batch'], day: late < today ? late : base, open: false, soon: false, publication: 'published' }
  })
  published.slice(-OPEN_NOW).forEach((slot, index) => Object.assign(slot, { open: true, soon: index < CLOSING_THIS_WEEK }))
  const next = Math.min(4, Math.max(1, days.length)) as Slot['batch']
  const waiting = (['submitted', 'draft'] as const).flatMap((publication) =>
    Array.from({ length: publication === 'submitted' ? 9 : 8 }, (): Slot => ({ year, batch: next, day: addDays(today, rng.int(6, 30)), open: false, soon: false, publication })))
  return [...rows, ...published, ...waiting]
}

function closing(rng: Rng, today: DayString, slot: Slot): DayString {
  if (slot.open) return addDays(today, slot.soon ? rng.int(1, 6) : rng.int(9, 75))
  const day = addDays(slot.day, rng.int(30, 75))
  const waiting = slot.publication === 'draft' || slot.publication === 'submitted'
  return waiting || day < today ? day : addDays(today, -rng.int(1, 20))
}

function landing(rng: Rng, slot: Slot, lastYear: boolean): SampleScenario['landing'] {
  if (slot.publication === 'draft' || slot.publication === 'submitted') return 'reserve'
  if (lastYear) return rng.weighted([['landed', 42], ['in_progress', 25], ['in_contact', 15], ['reserve', 10], ['shelved', 8]] as const)
  if (slot.open) return rng.weighted([['reserve', 60], ['in_contact', 40]] as const)
  return rng.weighted([['landed', 12], ['in_progress', 32], ['in_contact', 40], ['reserve', 14], ['shelved', 2]] as const)
}

function bodyOf(rng: Rng, write: Writer, text: string): string {
  const offers = rng.sample(OFFERS, 2).map((template) => write(template)).join('')
  const wants = rng.sample(WANTS, 2).map((template) => write(template)).join('')
  return fit(`${text}\n${wants}\n${offers}`, 500)
}

/** Application scenarios: four batches last year (100), this year's published ones (83), nine in review and eight drafts. */
export function makeScenarios(rng: Rng, today: DayString, enterprises: SampleOrganisation[]): SampleScenario[] {
  const contacts = personNames(rng, 60)
  const used = new Set<string>()
  const queue = rng.shuffle(topics)
  return slots(rng, today).map((slot, index): SampleScenario => {
    const topic: Topic = queue[index % queue.length]!
    const group = groups[topic.group]
    const kind = rng.weighted(KINDS)
    const side = rng.chance(topic.group === 'city' || topic.group === 'health' || topic.group === 'education' ? 0.12 : 0.34) ? 'enterprise' : 'government'
    const candidates = enterprises.filter((enterprise) => enterprise.topics.includes(topic.key) && enterprise.areaKey !== null)
    const owner = side === 'enterprise' && candidates.length > 0 ? rng.pick(candidates) : null
    let write!: Writer
    let areaKey = ''
    let scene = topic.scenes[0]!
    let title = ''
    for (let attempt = 0; title === '' || used.has(title); attempt += 1) {
      if (attempt > 120) throw new Error(`no fresh scenario title for ${topic.key}`)
      areaKey = attempt < 10 && owner?.areaKey ? owner.areaKey : rng.pick(attempt < 40 ? group.areas : ['wanglonghu', 'tech_eco_city', 'fenghuanghu', 'sanjiao', 'gangqiao', ...group.areas])
      scene = topic.scenes[(index + attempt) % topic.scenes.length]!
      const [m, m2] = rng.sample(topic.methods, 2)
      write = createWriter(rng, { area: placeName(areaKey), site: placeName(areaKey), o: rng.pick(topic.objects), m: m!, m2: m2!, we: '牵头单位', name: topic.name, year: String(slot.year - 1) }, topic.figures)
      rng.sample(topic.indicators, 2).forEach(([name, , required], at) => write.set(`i${at + 1}`, `${name}${write(required)}`))
      title = write(rng.pick(scene.titles))
    }
    used.add(title)
    const text = write(scene.text)
    const budget = Math.max(20, Math.round(rng.lognormal(120, 0.8) / 10) * 10)
    const priced = kind !== 'event' && rng.chance(0.72)
    const published = slot.publication === 'published' || slot.publication === 'archived'
    const lead = rng.pick(group.leads)
    return {
      key: `scn-${String(index + 1).padStart(3, '0')}`,
      year: slot.year,
      batch: slot.batch,
      title,
      summary: fit(text, 200),
      body: bodyOf(rng, write, text),
      kind,
      side,
      theme: side === 'enterprise' && rng.chance(0.4) ? 'enterprise_technology' : topic.theme,
      field: topic.field,
      industryCode: rng.pick(topic.industries),
      areaKey,
      leadKey: lead,
      responsibleKeys: rng.sample(group.responsible.filter((key) => key !== lead), rng.int(1, 3)),
      ownerKey: owner?.key ?? null,
      technologies: rng.sample([...topic.supply, ...topic.methods], rng.int(3, 4)),
      referenceCases: write(rng.pick(REFERENCES)),
      resources: `${rng.sample(RESOURCES, rng.int(1, 3)).map((template) => write(template)).join('；')}。`,
      budgetMin: priced ? moneyFromWan(budget) : null,
      budgetMax: priced ? moneyFromWan(Math.round((budget * (1.2 + rng.next() * 0.8)) / 10) * 10 + 10) : null,
      opensAt: at(slot.day, '09:00'),
      closesAt: at(closing(rng, today, slot), '17:00'),
      contactName: contacts[index % contacts.length]!,
      contactPhone: samplePhone(rng),
      publication: slot.publication,
      landing: landing(rng, slot, slot.year < yearOf(today)),
      publishedAt: published ? at(slot.day, rng.pick(['09:00', '09:30', '10:00'])) : null,
      topic: topic.key
    }
  })
}
