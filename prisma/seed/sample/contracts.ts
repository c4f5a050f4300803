import { contractAmounts } from './contract-amounts'
import { projectName } from './contract-names'
import type { OutsideParty } from './contract-parties'
import { planContracts, periodsOf, type PlannedContract } from './contract-plan'
import { addDays, daysBetween, yearOf } from './dates'
import { groups } from './groups'
import type { Rng } from './rng'
import { topicOf, topics, type GroupKey, type Topic } from './topics'
import type { DayString, IprKind, SampleBroker, SampleContract, SampleContractState, SampleNeed, SampleOrganisation, SampleOutsideParty, SampleScenario } from './types'

const LOCAL = '500118'
/** GB/T 24450 objectives: 1 environment, 2 energy, 3 health, 4 education, 5 infrastructure, 6 social services, 9 agriculture, 10 industry and commerce. */
const OBJECTIVES: Record<GroupKey, string> = {
  vehicle: '10', parts: '10', battery: '2', factory: '10', materials: '10', biomed: '3', health: '3', agri: '9', city: '5', digital: '6', environment: '1', logistics: '5', education: '4', energy: '2'
}
const IPR: Record<SampleContract['type'], (readonly [IprKind, number])[]> = {
  development: [['know_how', 40], ['none', 28], ['software_copyright', 18], ['patent', 14]],
  service: [['none', 68], ['know_how', 22], ['software_copyright', 8], ['patent', 2]],
  consulting: [['none', 86], ['know_how', 14]],
  transfer: [['patent', 64], ['know_how', 34], ['plant_variety', 2]],
  licence: [['patent', 58], ['software_copyright', 28], ['know_how', 14]]
}
const UNCOUNTED: SampleContractState[] = ['revoked', 'refused', 'terminated']

type Party = { key: string; outside: null; organisation: SampleOrganisation } | { key: null; outside: SampleOutsideParty; organisation: null }

interface Pools {
  localByTopic: Map<string, SampleOrganisation[]>
  localSellers: Map<string, SampleOrganisation[]>
  keyedOutside: Map<string, SampleOrganisation[]>
  outside: Map<string, OutsideParty[]>
  departments: SampleOrganisation[]
  all: Map<string, SampleOrganisation>
}

const keyed = (organisation: SampleOrganisation): Party => ({ key: organisation.key, outside: null, organisation })

function stranger(rng: Rng, pools: Pools, topic: Topic): Party {
  const own = pools.keyedOutside.get(topic.key) ?? []
  if (own.length > 0 && rng.chance(0.14)) return keyed(rng.pick(own))
  const { topic: _, ...outside } = rng.pick(pools.outside.get(topic.key)!)
  return { key: null, outside, organisation: null }
}

function parties(rng: Rng, pools: Pools, plan: PlannedContract, topic: Topic): { seller: Party; buyer: Party } {
  const locals = pools.localByTopic.get(topic.key)!
  const sellers = pools.localSellers.get(topic.key)!
  if (plan.buyerKey) {
    const buyer = keyed(pools.all.get(plan.buyerKey)!)
    const able = [...sellers, ...(pools.keyedOutside.get(topic.key) ?? [])].filter((organisation) => organisation.key !== plan.buyerKey)
    return { seller: keyed(rng.pick(able)), buyer }
  }
  const flow = rng.weighted([['internal', 36], ['out', 34], ['in', 30]] as const)
  const civic = ['city', 'health', 'environment', 'education'].includes(topic.group) && rng.chance(0.35)
  const department = rng.pick(pools.departments.filter((each) => groups[topic.group].leads.includes(each.key)))
  if (flow === 'out') return { seller: keyed(rng.pick(sellers)), buyer: stranger(rng, pools, topic) }
  const buyer = civic ? department : rng.pick(locals)
  if (flow === 'in') return { seller: stranger(rng, pools, topic), buyer: keyed(buyer) }
  const others = sellers.filter((organisation) => organisation.key !== buyer.key)
  return { seller: keyed(rng.pick(others)), buyer: keyed(buyer) }
}

function regionOf(party: Party): string | null {
  return party.organisation ? party.organisation.regionCode : party.outside.regionCode
}

function nameOf(party: Party): string {
  return party.organisation ? party.organisation.shortName : party.outside.name.replace(/^(重庆|成都|四川|北京|上海|深圳市|泸州)|有限公司$/g, '')
}

function stateOf(rng: Rng, days: number, fromOutside: boolean): SampleContractState {
  if (days < 45) return rng.weighted<SampleContractState>([['reported', 28], ['under_review', 42], ['correction_requested', 12], ['registered', 18]])
  if (fromOutside && rng.chance(0.12)) return 'reported'
  return rng.weighted<SampleContractState>([['registered', 934], ['amended', 36], ['reported', 12], ['terminated', 8], ['revoked', 3], ['refused', 4]])
}

function index<T>(items: T[], keysOf: (item: T) => string[]): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const item of items) for (const key of keysOf(item)) map.set(key, [...(map.get(key) ?? []), item])
  return map
}

interface Registry { number(region: string, day: DayString): string }

function registry(rng: Rng): Registry {
  const next = new Map<string, number>()
  return {
    number(region, day) {
      const prefix = `${yearOf(day)}${region}`
      const serial = (next.get(prefix) ?? (region === LOCAL ? 0 : rng.int(200, 6_000))) + (region === LOCAL ? 1 : rng.int(1, 40))
      next.set(prefix, serial)
      return `${prefix}${String(serial).padStart(6, '0')}`
    }
  }
}

/** The contracts: 5,000 of the previous five-year period, whose counted sum comes near its target, and 600 since. */
export function makeContracts(
  rng: Rng, today: DayString, needs: SampleNeed[], scenarios: SampleScenario[], brokers: SampleBroker[],
  organisations: { enterprises: SampleOrganisation[]; institutes: SampleOrganisation[]; departments: SampleOrganisation[] }, outside: OutsideParty[]
): SampleContract[] {
  const firms = [...organisations.enterprises, ...organisations.institutes]
  const local = firms.filter((organisation) => organisation.regionCode === LOCAL)
  const pools: Pools = {
    localByTopic: index(local.filter((organisation) => organisation.kind === 'enterprise'), (each) => each.topics),
    localSellers: index(local, (each) => each.topics),
    keyedOutside: index(firms.filter((organisation) => organisation.regionCode !== LOCAL), (each) => each.topics),
    outside: index(outside, (each) => [each.topic]),
    departments: organisations.departments,
    all: new Map([...firms, ...organisations.departments].map((each) => [each.key, each]))
  }
  const plans = planContracts(rng, today, needs, scenarios)
  const { previous, current } = periodsOf(today)
  const numbers = registry(rng)
  const names = new Set<string>()
  const active = brokers.filter((broker) => broker.state === 'active' || broker.state === 'suspended')
  const drafts = plans.map((plan, at) => {
    const topic = plan.topicKey ? topicOf(plan.topicKey) : topics[(at * 7 + rng.int(0, 5)) % topics.length]!
    const { seller, buyer } = parties(rng, pools, plan, topic)
    const type = plan.source === 'need' ? rng.weighted([['development', 76], ['service', 14], ['licence', 5], ['transfer', 5]] as const)
      : rng.weighted([['development', 33], ['service', 45], ['consulting', 9], ['transfer', 6], ['licence', 7]] as const)
    const payment = rng.weighted(type === 'licence' || type === 'transfer' ? ([['lump_sum', 46], ['instalments', 32], ['royalty', 10], ['lump_sum_royalty', 12]] as const)
      : ([['instalments', 60], ['lump_sum', 38.6], ['royalty', 0.8], ['lump_sum_royalty', 0.6]] as const))
    const state = stateOf(rng, daysBetween(plan.signedOn, today), regionOf(seller) !== LOCAL)
    return { plan, topic, seller, buyer, type, payment, state, pending: payment === 'royalty' && rng.chance(0.24) }
  })
  const previousCount = drafts.filter((draft) => draft.plan.signedOn < `${current}-01-01`).length
  const amounts = contractAmounts(rng, drafts.map((draft) => ({
    type: draft.type, pending: draft.pending, counted: !UNCOUNTED.includes(draft.state), age: yearOf(draft.plan.signedOn) - previous
  })), previousCount)
  return drafts.map((draft, at): SampleContract => {
    const { plan, topic, seller, buyer, type, state } = draft
    const subtype = type === 'development' ? rng.weighted([['commissioned', 78], ['cooperative', 22]] as const)
      : type === 'service' ? rng.weighted<'training' | 'intermediary' | null>([[null, 93], ['training', 6], ['intermediary', 1]]) : null
    const kind = subtype === 'cooperative' || subtype === 'training' || subtype === 'intermediary' ? subtype : type
    let name = projectName(rng, kind, topic, nameOf(buyer))
    for (let attempt = 0; names.has(name) && attempt < 12; attempt += 1) name = projectName(rng, kind, topic, nameOf(buyer))
    names.add(name)
    const begins = addDays(plan.signedOn, rng.int(0, 20))
    const registers = regionOf(seller) ?? LOCAL
    const room = Math.max(0, daysBetween(plan.signedOn, today) - 1)
    const registered = ['registered', 'amended', 'revoked', 'terminated'].includes(state)
    const registeredOn = registered ? addDays(plan.signedOn, Math.min(room, rng.int(4, 42))) : null
    const fitting = active.filter((broker) => broker.fields.includes(topic.field))
    return {
      key: `con-${String(at + 1).padStart(4, '0')}`,
      projectName: name,
      type,
      subtype,
      field: topic.field,
      ipr: rng.weighted(IPR[type].filter(([code]) => code !== 'plant_variety' || topic.field === 'agriculture')),
      plan: rng.weighted([['unplanned', 84], ['municipal', 7], ['provincial', 6], ['ministry', 1.5], ['national', 1.5]] as const),
      sellerKey: seller.key,
      sellerOutside: seller.outside,
      buyerKey: buyer.key,
      buyerOutside: buyer.outside,
      ...amounts[at]!,
      pending: draft.pending,
      paymentMethod: draft.payment,
      signedOn: plan.signedOn,
      beginsOn: begins,
      endsOn: addDays(begins, type === 'service' || type === 'consulting' ? rng.int(60, 400) : rng.int(150, 900)),
      related: rng.chance(0.02),
      objectiveCode: OBJECTIVES[topic.group],
      buyerIndustry: buyer.organisation?.kind === 'department' ? '9221' : rng.pick(topic.industries),
      state,
      registrationNumber: registeredOn ? numbers.number(registers, registeredOn) : null,
      registeredOn,
      terminatedOn: state === 'terminated' ? addDays(plan.signedOn, Math.min(room, rng.int(50, 300))) : null,
      source: plan.source,
      sourceKey: plan.sourceKey,
      brokerKey: fitting.length > 0 && rng.chance(plan.source === 'outside' ? 0.13 : 0.3) ? rng.pick(fitting).key : null,
      topic: topic.key
    }
  })
}
