import { placeName } from './areas'
import { addDays, at, daysBetween, monthStart, yearOf } from './dates'
import { groups } from './groups'
import { samplePhone, personNames } from './names'
import { moneyFromWan } from './money'
import * as texts from './need-texts'
import type { Rng } from './rng'
import { createWriter, figuresIn, fit, type Writer } from './text'
import { topics, type Topic } from './topics'
import type { CooperationMode, DayString, SampleCriterion, SampleIndicator, SampleNeed, SampleNeedState, SampleOrganisation, SampleQuestion } from './types'

/** How many needs stand in each state; `open` and `closed` are both published, before and after the deadline. */
const STATES: [SampleNeedState | 'open' | 'closed', number][] = [
  ['open', 118], ['closed', 36], ['awarded', 32], ['contracted', 58], ['submitted', 14], ['changes_requested', 6], ['draft', 9], ['cancelled', 8], ['unsuccessful', 13], ['withdrawn', 6]
]
const CLOSING_THIS_WEEK = 12

interface Timing { publishedAt: Date | null; deadline: DayString }

function timing(rng: Rng, today: DayString, state: SampleNeedState | 'open' | 'closed', turn: number): Timing {
  if (state === 'open') {
    const left = turn < CLOSING_THIS_WEEK ? rng.int(3, 6) : rng.int(7, 120)
    const since = turn < CLOSING_THIS_WEEK ? rng.int(20, 45) : rng.int(1, 40)
    return { publishedAt: at(addDays(today, -since), rng.pick(['09:30', '10:00', '11:15', '14:40', '16:20'])), deadline: addDays(today, left) }
  }
  if (state === 'draft' || state === 'submitted' || state === 'changes_requested') return { publishedAt: null, deadline: addDays(today, rng.int(40, 120)) }
  const since = state === 'closed' ? rng.int(32, 120) : state === 'contracted' ? rng.int(190, 730) : state === 'awarded' ? rng.int(60, 200) : rng.int(80, 730)
  const window = rng.int(21, Math.min(60, since - 5))
  return { publishedAt: at(addDays(today, -since), rng.pick(['09:30', '10:00', '14:40'])), deadline: addDays(today, window - since) }
}

function indicatorRows(rng: Rng, write: Writer, topic: Topic, problem: string): SampleIndicator[] {
  const mentioned = new Set(figuresIn(problem))
  const ranked = rng.shuffle(topic.indicators).sort((left, right) => {
    const score = (row: Topic['indicators'][number]) => (figuresIn(row.join('')).some((name) => mentioned.has(name)) ? 0 : 1)
    return score(left) - score(right)
  })
  return ranked.slice(0, Math.min(ranked.length, rng.int(3, 5))).map(([name, current, required, verification]) => ({
    name: write(name), current: write(current), required: write(required), verification: write(verification)
  }))
}

function indicatorText(rng: Rng, rows: SampleIndicator[]): string {
  const lines = rows.map((row, index) => `${index + 1}. ${row.name}：${/[\d一二三四五六七八九十]/.test(row.current) ? `现状 ${row.current}，` : ''}要求 ${row.required}（${row.verification}）`)
  return fit(`${lines.join('；')}。${rng.pick(texts.indicatorTails).replace('(允许一次复测|复测不超过两次)', rng.pick(['允许一次复测', '复测不超过两次']))}`, 500)
}

function criteria(rng: Rng): SampleCriterion[] {
  const set = rng.pick(texts.criteriaSets).map((criterion) => ({ ...criterion }))
  if (rng.chance(0.5)) {
    set[0]!.weight -= 5
    set[rng.int(1, set.length - 1)]!.weight += 5
  }
  return set
}

function questions(rng: Rng, write: Writer, topic: Topic, state: string): SampleQuestion[] {
  const own: SampleQuestion[] = rng.chance(0.6) ? [{ question: write(topic.qa[0]), answer: write(topic.qa[1]) }] : []
  const all = [...own, ...rng.sample(texts.genericQuestions, rng.int(0, 2))]
  return all.map((entry, index) => (state === 'open' && index === all.length - 1 && rng.chance(0.35) ? { ...entry, answer: null } : { ...entry }))
}

function modes(rng: Rng): CooperationMode[] {
  const first = rng.weighted<CooperationMode>([['joint_development', 34], ['commissioned_development', 36], ['licence', 8], ['assignment', 7], ['service', 11], ['consulting', 4]])
  const second = rng.pick<CooperationMode>(['joint_development', 'commissioned_development', 'licence', 'assignment', 'equity', 'service', 'joint_operation'])
  return first === second || rng.chance(0.35) ? [first] : [first, second]
}

/** Technology needs of the enterprises, in every state, over the past two years. */
export function makeNeeds(rng: Rng, today: DayString, enterprises: SampleOrganisation[]): SampleNeed[] {
  const states = STATES.flatMap(([state, count]) => Array.from({ length: count }, (_, turn) => ({ state, turn })))
  const order = rng.shuffle(states)
  const used = new Set<string>()
  const contacts = personNames(rng, 140)
  const offset = rng.int(0, topics.length - 1)
  return order.map(({ state, turn }, index): SampleNeed => {
    const topic = topics[(index + offset) % topics.length]!
    const owners = enterprises.filter((enterprise) => enterprise.topics.includes(topic.key))
    const local = owners.filter((enterprise) => enterprise.areaKey)
    const owner = rng.pick(local.length > 0 ? local : owners)
    const areaKey = owner.areaKey ?? rng.pick(groups[topic.group].areas)
    const dates = timing(rng, today, state, turn)
    let write!: Writer
    let core = topic.cores[0]!
    let title = ''
    for (let attempt = 0; title === '' || used.has(title); attempt += 1) {
      if (attempt > 80) throw new Error(`no fresh need title for ${topic.key}`)
      core = rng.pick(topic.cores)
      write = createWriter(rng, { o: rng.pick(topic.objects), we: rng.pick(owner.name.includes('合作社') ? ['合作社', '我社'] : ['公司', '我公司', '本公司', '企业']), site: placeName(areaKey), area: placeName(areaKey), name: topic.name }, topic.figures)
      title = write(rng.pick(core.titles))
    }
    used.add(title)
    const tried = write(rng.pick(topic.tried))
    const problem = fit([write(rng.pick(texts.openings)), write(core.problem), `${tried}。`, `${write(rng.pick(topic.ask))}。`, write(rng.pick(texts.closings))].join(''), 500)
    const rows = indicatorRows(rng, write, topic, core.problem)
    const starts = monthStart(dates.deadline, rng.int(1, 2))
    const ends = addDays(monthStart(starts, rng.int(8, 20)), -1)
    const negotiable = rng.chance(0.22)
    const funding = Math.max(8, Math.round(rng.lognormal(52, 0.7) / 5) * 5)
    const parallel = rng.chance(0.14)
    const visible = dates.publishedAt !== null && daysBetween(today, dates.deadline) < 110
    return {
      key: `need-${String(index + 1).padStart(3, '0')}`,
      organisationKey: owner.key,
      title,
      problem,
      indicators: indicatorText(rng, rows),
      indicatorRows: rows,
      goal: fit(`${yearOf(ends)} 年 ${Number(ends.slice(5, 7))} 月底前，${write(rng.pick(topic.goals))}；${write(rng.pick(texts.goalTails))}`, 500),
      basis: fit(`${write(rng.pick(topic.basis))}。${write(rng.pick(texts.basisTails))}`, 500),
      conditions: rng.sample(texts.conditions, rng.int(2, 4)).map((template) => write(template)),
      keywords: rng.sample(topic.keywords, Math.min(5, rng.int(3, 5))),
      startsOn: starts,
      endsOn: ends,
      ipr: rng.weighted([['shared', 44], ['owner', 34], ['negotiable', 16], ['applicant', 6]] as const),
      fundingKind: negotiable ? 'negotiable' : 'range',
      fundingMin: negotiable ? null : moneyFromWan(funding),
      fundingMax: negotiable ? null : moneyFromWan(Math.round((funding * (1.2 + rng.next() * 0.6)) / 5) * 5 + 5),
      modes: modes(rng),
      preferredPartners: rng.pick(texts.partners),
      field: topic.field,
      industryCode: rng.pick(topic.industries),
      disciplineCode: rng.pick(topic.disciplines),
      source: rng.weighted([['self_published', 52], ['park', 24], ['government', 14], ['supply_chain', 10]] as const),
      selection: parallel ? 'parallel' : 'open_call',
      lumpSum: rng.chance(0.18),
      teams: parallel ? rng.int(2, 3) : rng.chance(0.9) ? 1 : 2,
      criteria: criteria(rng),
      questions: visible ? questions(rng, write, topic, state) : [],
      confidentialText: rng.chance(0.45) ? write(`本部分包括：{secret}。附件[1~4]份，仅供评估本需求使用，不得复制转发；查阅后如不参与，请在[7~15]日内删除。`.replace('{secret}', topic.secret)) : null,
      contactName: contacts[index % contacts.length]!,
      contactPhone: samplePhone(rng),
      areaKey,
      state: state === 'open' || state === 'closed' ? 'published' : state,
      publishedAt: dates.publishedAt,
      deadline: at(dates.deadline, '17:00'),
      topic: topic.key
    }
  })
}
