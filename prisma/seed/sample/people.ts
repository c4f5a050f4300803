import { personNames } from './names'
import { addDays, at, yearOf } from './dates'
import type { Rng } from './rng'
import { createWriter } from './text'
import { topicOf, type Topic } from './topics'
import type { DayString, FieldCode, SampleOrganisation, SamplePerson } from './types'

const TITLES: Record<'university' | 'institute' | 'medical' | 'enterprise', (readonly [string, number])[]> = {
  university: [['教授', 18], ['副教授', 34], ['讲师', 24], ['研究员', 6], ['副研究员', 8], ['实验师', 10]],
  institute: [['研究员', 14], ['副研究员', 28], ['助理研究员', 22], ['正高级工程师', 8], ['高级工程师', 20], ['工程师', 8]],
  medical: [['主任医师', 26], ['副主任医师', 36], ['主治医师', 18], ['副研究员', 12], ['高级工程师', 8]],
  enterprise: [['正高级工程师', 8], ['高级工程师', 38], ['工程师', 34], ['总工程师', 12], ['高级农艺师', 8]]
}

const SUMMARIES = [
  '(主要研究|一直做|长期从事){name}，重点在{m1}和{m2}。近年与企业合作较多，{o1}、{o2}上都有实际应用，授权发明专利[3~22]项。',
  '研究{m1}[6~18]年，(主持|承担)省部级以上课题[2~7]项、企业委托课题[3~15]项。关心{s1}在{o1}上能不能用得住，(每年有两三个月在现场|带着[3~8]人的小组做工程验证)。',
  '方向是{name}，从{m1}做到样机和现场。(已有[1~4]项成果转让或许可|参与起草团体标准[1~3]项)，熟悉{o1}与{o2}的工况，能接受(驻场|按里程碑付费|小批量先试)的合作方式。',
  '(博士|硕士)毕业后一直在{name}一线，擅长{m2}，也做{m3}。最近的工作是{w1}，(在两家企业试用|正在找应用单位|已完成中试)。',
  '带领[4~12]人的团队，围绕{s1}、{s2}开展研究，把{m1}用于{o1}，成果在(川渝两地|西南地区|本市)[2~9]家单位使用。发表论文[12~68]篇，授权专利[3~19]项。',
  '早年做{m3}，后来转到{w1}。手上有可以直接试用的(软件|样机|样品)，也愿意先帮企业做一次免费诊断，看清问题再谈合同。'
]

const PROJECTS = [
  '主持“{o1}{w1}”，(市级重点研发项目|企业委托|横向课题)，已结题',
  '技术负责人，{title}，在[2~14](个点位|套装置|条线)连续运行[5~18]个月',
  '参加{s1}方向的(国家|市级)课题，负责{m1}部分',
  '为(一家整机企业|一家本地企业|两家合作社|一家园区企业)完成{w2}，验收一次通过'
]

function personTitle(rng: Rng, organisation: SampleOrganisation, topic: Topic): string {
  const kind = organisation.kind === 'enterprise' ? 'enterprise' : organisation.nature === 'university' ? 'university' : organisation.nature === 'medical' ? 'medical' : 'institute'
  const title = rng.weighted(TITLES[kind])
  if (title === '高级农艺师' && topic.field !== 'agriculture') return '高级工程师'
  return title
}

/** Researchers of the institutes (four in five) and engineers of the enterprises. */
export function makePeople(rng: Rng, today: DayString, institutes: SampleOrganisation[], enterprises: SampleOrganisation[], count: number): SamplePerson[] {
  const homes: { organisation: SampleOrganisation; turn: number }[] = []
  const fromInstitutes = Math.round(count * 0.8)
  for (let index = 0; index < fromInstitutes; index += 1) homes.push({ organisation: institutes[index % institutes.length]!, turn: Math.floor(index / institutes.length) })
  for (let index = 0; homes.length < count; index += 1) homes.push({ organisation: enterprises[(index * 4) % enterprises.length]!, turn: 0 })
  const names = personNames(rng, count)
  return homes.map(({ organisation, turn }, index) => {
    const keys = organisation.topics
    const first = topicOf(keys[turn % keys.length]!)
    const own = rng.chance(0.4) && keys.length > 1 ? [first, topicOf(rng.pick(keys.filter((key) => key !== first.key)))] : [first]
    const [m1, m2, m3] = rng.sample(first.methods, 3)
    const [o1, o2] = rng.sample(first.objects, 2)
    const [w1, w2] = rng.sample(first.works, 2)
    const [s1, s2] = rng.sample(first.supply, 2)
    const write = createWriter(rng, { name: first.name, m1: m1!, m2: m2!, m3: m3!, o1: o1!, o2: o2!, w1: w1!, w2: w2!, s1: s1!, s2: s2!, o: o1!, area: '永川' })
    write.set('title', write(rng.pick(rng.pick(first.offers).titles)))
    const keywords = [...new Set([...rng.sample(first.supply, 3), ...own.slice(1).flatMap((topic) => rng.sample(topic.supply, 1)), rng.pick(first.keywords)])]
    const fields: FieldCode[] = [...new Set(own.map((topic) => topic.field))]
    const projects = rng.sample(PROJECTS, rng.int(1, 3)).map((template) => `${yearOf(today) - rng.int(1, 6)} 年，${write(template)}`)
    return {
      key: `per-${String(index + 1).padStart(3, '0')}`,
      name: names[index]!,
      title: personTitle(rng, organisation, first),
      organisationKey: organisation.key,
      disciplines: [...new Set(own.flatMap((topic) => topic.disciplines.slice(0, 2)))].slice(0, 3),
      fields,
      keywords,
      summary: write(SUMMARIES[index % SUMMARIES.length]!),
      projects,
      languages: rng.weighted<string[]>([[['中文', '英语'], 78], [['中文'], 12], [['中文', '英语', '德语'], 5], [['中文', '英语', '日语'], 5]]),
      availableFrom: rng.weighted<Date | null>([[null, 60], [at(addDays(today, rng.int(10, 120)), '09:00'), 30], [at(addDays(today, -rng.int(5, 90)), '09:00'), 10]]),
      maxLoad: rng.weighted([[1, 12], [2, 34], [3, 34], [4, 14], [5, 6]] as const),
      topics: own.map((topic) => topic.key)
    }
  })
}
