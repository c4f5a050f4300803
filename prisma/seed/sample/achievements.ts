import { addDays, at, yearOf } from './dates'
import { moneyFromWan } from './money'
import type { Rng } from './rng'
import { createWriter, fit, type Writer } from './text'
import { topics, type Topic } from './topics'
import type { CooperationMode, DayString, IprKind, SampleAchievement, SampleOrganisation, SamplePerson } from './types'

/** Titles made from a topic's parts, for when its own titles are used up. */
const COMPOSED_TITLES = ['面向{o}的{w}', '{m}技术及其在{o}上的应用', '{o}{w}成套技术', '{w}（{o}适用）']
const COMPOSED_TEXTS = [
  '采用{m}与{m2}，为{o}提供{w}。(样机|试制品|现场装置)实测{i1}，{i2}，(成本比同类方案低[12~35]%|不需要改动原有布局|现场安装[1~3]天完成)。',
  '围绕{o}的{s}，把{m}做成了可以直接部署的{w}，{i1}；已在[1~5]处试用，(故障主要出在接插件，已改进|运行[4~16]个月未出现中断)。',
  '以{m}为核心，配合{m2}，解决{o}上{s}不稳的问题。第三方检测结果为{i1}、{i2}。'
]
const OPENINGS = [
  '这项成果来自{owner}与[2~5]家{o}用户单位的合作，最初是为了解决现场反复出现的{k}问题。',
  '研究从{year}年开始，前期得到市级项目支持，后期由{owner}自筹完成中试。',
  '{o}的{k}一直靠经验处理，换人换季就不稳。课题组用了[2~5]年，把经验变成可以测量和控制的参数。',
  '同类进口方案价格高、服务慢，{owner}从{s}入手，走了一条成本更低的路线。',
  '项目起初是一次企业委托，做完后发现{o}以外的场合也用得上，于是重新整理成通用方案。'
]
const METHOD_LINES = [
  '技术上主要有三点：一是{m}；二是{m2}；三是{m3}。其中第一点已申请发明专利，其余以技术秘密保护。',
  '核心是{m}和{m2}，前者解决“看得准”，后者解决“控得住”；{m3}作为可选配置。',
  '与常见做法相比，改变在于把{m}放到了前面，再用{m2}收尾，中间环节减少，误差不再层层累积。',
  '方案由{m}、{m2}、{m3}三部分组成，可以整套使用，也可以只选其中一部分。'
]
const TEST_LINES = ['在[2~6]个现场的实测结果：{i1}，{i2}，{i3}。', '(委托第三方检测|用户出具的测试报告)显示，{i1}，{i2}。', '实验室与现场结果接近，现场{i1}，{i2}；不足之处是(低温季节样本偏少|只验证过[2~3]种规格|还没有做过一年以上的跟踪)。']
const STATUS_LINES: Record<'early' | 'middle' | 'late', string[]> = {
  early: ['目前完成原理验证，正在做(实验室样机|小试)，希望与有现场条件的企业一起往前推。', '处在小试阶段，关键数据可重复，工程化问题还没有全部暴露。'],
  middle: ['已完成中试，样机在真实环境下运行过[3~9]个月，设计文件齐备。', '工程样机通过用户验收，正在准备小批量，(生产工装|元器件替代)还要完善。'],
  late: ['已形成产品，累计销售或应用[12~180]套，有稳定的供货和售后。', '在[3~16]家单位规模应用，操作规程和培训教材齐全，可以直接转移。']
}
const CLOSINGS = [
  '可提供[1~3]套样机供试用，合作方需(提供现场和一名配合人员|承担运输和安装费用)。', '转让或许可均可谈，许可优先考虑永川本地企业。', '课题组可派[1~3]人驻场[2~6]个月，直到指标达到为止。',
  '报价含首年技术服务，软件部分(不限点位|按点位计)。', '希望找到有市场渠道的伙伴一起做，愿意以技术入股。'
]
const CASES = [
  '{place}某(企业|用户单位)，{o}，[4~60](套|台|处)，{y1}年起使用', '{y1}年在{o}上完成示范，运行[5~16]个月，验收通过', '与{place}一家(规上企业|国家高新技术企业)联合试用，年节约[18~240/2]万元',
  '{place}两个(园区|乡镇|车间)，{w}，已续签第二期'
]
const PLACES = ['永川', '璧山', '江津', '泸州', '荣昌', '大足', '成都', '内江', '贵阳', '宜宾']

function iprNumber(rng: Rng, kind: IprKind, year: number): string | null {
  const digits = (count: number) => Array.from({ length: count }, () => rng.int(0, 9)).join('')
  if (kind === 'patent') return `ZL${year}1${digits(7)}.${rng.pick(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X'])}`
  if (kind === 'software_copyright') return `${year}SR${digits(7)}`
  if (kind === 'layout_design') return `BS.${String(year).slice(2)}${digits(7)}`
  if (kind === 'plant_variety') return `CNA${year}${digits(4)}.${rng.int(1, 9)}`
  return null
}

function iprKind(rng: Rng, topic: Topic): IprKind {
  const soft = topic.group === 'digital' || topic.group === 'vehicle' || topic.group === 'city'
  return rng.weighted<IprKind>([
    ['patent', 56], ['know_how', 16], ['software_copyright', soft ? 30 : 8], ['none', 6], ['layout_design', topic.field === 'electronics' ? 3 : 0],
    ['bio_variety', topic.key === 'biologics' ? 10 : 0], ['plant_variety', topic.field === 'agriculture' ? 7 : 0]
  ])
}

function modesFor(rng: Rng, trl: number): CooperationMode[] {
  const early: CooperationMode[] = ['joint_development', 'equity', 'commissioned_development', 'consulting']
  const late: CooperationMode[] = ['licence', 'assignment', 'service', 'joint_operation', 'commissioned_development']
  return rng.sample(trl <= 5 ? early : late, rng.int(1, 3))
}

function bodyOf(rng: Rng, write: Writer, text: string, trl: number): string {
  const stage = trl <= 4 ? 'early' : trl <= 7 ? 'middle' : 'late'
  const parts = [write(rng.pick(OPENINGS)), `${text}${write(rng.pick(METHOD_LINES))}`, `${write(rng.pick(TEST_LINES))}${write(rng.pick(STATUS_LINES[stage]))}`, write(rng.pick(CLOSINGS))]
  return fit(parts.join('\n'), 500)
}

/** Achievements: every topic in turn, owned by the organisation of a person who works on it. */
export function makeAchievements(rng: Rng, today: DayString, people: SamplePerson[], organisations: SampleOrganisation[], count: number): SampleAchievement[] {
  const organisationOf = new Map(organisations.map((organisation) => [organisation.key, organisation]))
  const used = new Set<string>()
  const queues = new Map(topics.map((topic) => [topic.key, rng.shuffle(topic.offers.flatMap((offer) => offer.titles.map((title) => ({ title, text: offer.text }))))]))
  return Array.from({ length: count }, (_, index): SampleAchievement => {
    const topic = topics[index % topics.length]!
    const experts = people.filter((person) => person.topics[0] === topic.key)
    const lead = rng.pick(experts)
    const owner = organisationOf.get(lead.organisationKey)!
    const colleagues = experts.filter((person) => person.organisationKey === owner.key && person.key !== lead.key)
    const year = yearOf(today) - rng.int(1, 4)
    let write!: Writer
    let title = ''
    let text = ''
    for (let attempt = 0; title === '' || used.has(title); attempt += 1) {
      if (attempt > 60) throw new Error(`no fresh title for ${topic.key}`)
      const [m, m2, m3] = rng.sample(topic.methods, 3)
      write = createWriter(rng, {
        o: rng.pick(topic.objects), w: rng.pick(topic.works), m: m!, m2: m2!, m3: m3!, s: rng.pick(topic.supply), k: rng.pick(topic.keywords), owner: owner.shortName,
        year: String(year - 2), y1: String(year), place: rng.pick(PLACES), area: '永川'
      }, topic.figures)
      rng.sample(topic.indicators, 3).forEach(([name, , required], at) => write.set(`i${at + 1}`, `${name}${write(required)}`))
      const offer = queues.get(topic.key)!.pop() ?? { title: rng.pick(COMPOSED_TITLES), text: rng.pick(COMPOSED_TEXTS) }
      title = write(offer.title)
      text = write(offer.text)
    }
    used.add(title)
    const trl = rng.weighted([[3, 8], [4, 12], [5, 16], [6, 22], [7, 20], [8, 14], [9, 8]] as const)
    const kind = iprKind(rng, topic)
    const price = Math.max(3, Math.round(rng.lognormal(28, 0.8)))
    const open = rng.chance(0.3)
    return {
      key: `ach-${String(index + 1).padStart(3, '0')}`,
      ownerKey: owner.key,
      inventorKeys: [lead.key, ...rng.sample(colleagues, rng.int(0, 3)).map((person) => person.key)],
      title,
      summary: fit(text, 300),
      body: bodyOf(rng, write, text, trl),
      field: topic.field,
      trl,
      iprKind: kind,
      iprNumber: iprNumber(rng, kind, year),
      modes: modesFor(rng, trl),
      priceMin: open ? null : moneyFromWan(price),
      priceMax: open ? null : moneyFromWan(Math.ceil(price * (1.25 + rng.next()))),
      cases: trl >= 6 ? rng.sample(CASES, rng.int(1, 2)).map((template) => write(template)) : [],
      keywords: [...rng.sample(topic.supply, 3), rng.pick(topic.keywords)],
      topic: topic.key,
      publishedAt: at(addDays(today, -rng.int(3, 900)), '10:00')
    }
  })
}
