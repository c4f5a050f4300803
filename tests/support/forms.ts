import { db } from '~/domain/kernel/db.server'
import { unsubscribeToken } from '~/domain/saved-searches/unsubscribe.server'
import { achievementForm, brokerForm, personForm } from './factories-people'
import { creditCode } from './factories'
import { applicationFormOf, needForm } from './factories-needs'
import { scenarioForm } from './factories-scenarios'
import { dayIn, local, type Person, type World } from './forms-world'
import type { Values } from './visitor'

/** One form of a page: who sends it, where to, and what is right in it. Values nest as their names do. */
export type Form = {
  as?: Person
  path: string
  intent?: string
  values?: Values
  /** Puts the record back before the form is sent, so that each meets the same state. */
  again?: () => Promise<unknown>
  /** The record's present version, for forms that carry it. */
  version?: () => Promise<number>
  /** What is right in it is refused all the same: a wrong password, a spent link, the last manager. */
  refused?: true
  /** Where the version stands in the form, when not at its top. */
  versionAt?: string
}

const reason = '材料不完整，请补充后再提交'
const organisation = (): Values => ({ name: '永川云栖智能装备有限公司', shortName: '', creditCode: creditCode(), nature: 'domestic_enterprise', regionCode: '500118', areaKey: 'wanglonghu', address: '旺龙湖路 1 号', scale: 'small', summary: '做巡检机器人。', website: 'example.com', contactName: '陈工', contactPhone: '023-49800000', fields: ['transport'] })

const noOwnWords = () => db().searchWord.deleteMany()

type Versioned = { findUniqueOrThrow: (args: { where: { id: string }; select: { version: true } }) => Promise<{ version: number }> }
const versionOf = (table: unknown, id: string) => async () => (await (table as Versioned).findUniqueOrThrow({ where: { id }, select: { version: true } })).version

/** Forms that anyone, or any account, may send. */
function ownForms({ people, search }: World): Record<string, Form[]> {
  const { spare, stranger } = people
  const spareId = spare.actor.accountId ?? ''
  const { id: searchId, accountId, query } = search
  const searches = { unsaved: () => db().savedSearch.deleteMany({ where: { accountId, id: { not: searchId } } }), saved: () => db().savedSearch.upsert({ where: { id: searchId }, create: { id: searchId, accountId, query, name: search.name }, update: { frequency: 'daily' } }) }
  return {
    search: [{ as: 'other', path: '/search?q=%E4%BD%8E%E7%85%A7%E5%BA%A6&type=need', values: { name: '低照度的技术需求', frequency: 'weekly' }, again: searches.unsaved }],
    'account.searches.$id': [
      { as: 'other', path: `/account/searches/${searchId}`, intent: 'change', values: { name: '竹材和竹炭的新需求', frequency: 'weekly' }, version: versionOf(db().savedSearch, searchId), again: searches.saved },
      { as: 'other', path: `/account/searches/${searchId}`, intent: 'remove', again: searches.saved },
    ],
    unsubscribe: [{ path: `/unsubscribe?token=${unsubscribeToken(searchId)}`, again: searches.saved }],
    login: [{ path: '/login', values: { email: 'nobody.forms@example.com', password: 'not the right one', remember: 'on', to: '/workspace' }, refused: true }],
    logout: [{ path: '/logout', values: { to: '/needs' } }],
    preferences: [{ path: '/preferences', values: { theme: 'dark', type: 'large', keys: 'off', to: '/needs' } }],
    register: [{ path: '/register', values: { email: 'new.forms@example.com', name: '向晚晴', password: 'a long enough pass', terms: 'on' } }],
    'forgot-password': [{ path: '/forgot-password', values: { email: stranger.email } }],
    'reset-password': [{ path: '/reset-password', values: { token: 't'.repeat(43), password: 'a long enough pass' }, refused: true }],
    confirm: [{ path: '/confirm', values: { token: 't'.repeat(43) }, refused: true }],
    'account._index': [
      { as: 'spare', path: '/account', intent: 'profile', values: { name: '向晚晴', locale: 'zh-CN' }, version: versionOf(db().account, spareId) },
      { as: 'spare', path: '/account', intent: 'password', values: { current: 'not the right one', password: 'a long enough pass' }, again: () => db().$executeRaw`DELETE FROM "RateLimiterFlexible"`, refused: true },
      { as: 'spare', path: '/account', intent: 'end-session', values: { session: '0123456789abcdef' }, refused: true },
      { as: 'spare', path: '/account', intent: 'digest', values: { digest: 'never' } },
      { as: 'spare', path: '/account', intent: 'sign-out-everywhere' },
    ],
    'workspace.organisation.new': [{ as: 'stranger', path: '/workspace/organisation/new', values: { ...organisation(), kind: 'enterprise' } }],
    'workspace.profile.edit': [{ as: 'stranger', path: '/workspace/profile/edit', values: personForm({ listed: '' }) }, { as: 'researcher', path: '/workspace/profile/edit', values: personForm(), version: versionOf(db().person, people.researcher.person.id) }],
    'workspace.broker.edit': [{ as: 'spare', path: '/workspace/broker/edit', values: brokerForm() }, { as: 'broker', path: '/workspace/broker/edit', values: brokerForm(), version: versionOf(db().broker, people.broker.broker.id) }],
    'workspace.broker._index': [{ as: 'broker', path: '/workspace/broker', intent: 'reapply', again: () => db().broker.update({ where: { id: people.broker.broker.id }, data: { state: 'suspended' } }) }],
  }
}

function organisationForms({ people, achievement, inside, match }: World): Record<string, Form[]> {
  const [owner, institute] = [people.owner.organisation, people.institute.organisation]
  const { newcomer } = people
  return {
    'workspace.organisation.$id._index': [{ as: 'newcomer', path: `/workspace/organisation/${newcomer.organisation.id}`, intent: 'submit', again: () => db().organisation.update({ where: { id: newcomer.organisation.id }, data: { verification: 'unverified' } }) }],
    'workspace.organisation.$id.edit': [{ as: 'owner', path: `/workspace/organisation/${owner.id}/edit`, values: { ...organisation(), name: owner.name, creditCode: owner.creditCode }, version: versionOf(db().organisation, owner.id) }],
    'workspace.organisation.$id.people._index': [{ as: 'institute', path: `/workspace/organisation/${institute.id}/people`, values: { person: inside.id, listed: 'on' }, version: versionOf(db().person, inside.id) }],
    'workspace.organisation.$id.people.new': [{ as: 'institute', path: `/workspace/organisation/${institute.id}/people/new`, values: personForm() }],
    'workspace.organisation.$id.people.$person': [{ as: 'institute', path: `/workspace/organisation/${institute.id}/people/${inside.number}`, values: personForm(), version: versionOf(db().person, inside.id) }],
    'workspace.members.$id': [
      { as: 'owner', path: `/workspace/members/${owner.id}`, intent: 'add', values: { email: 'nobody.forms@example.com', manager: '' }, refused: true },
      { as: 'owner', path: `/workspace/members/${owner.id}`, intent: 'remove', values: { accountId: people.owner.actor.accountId }, refused: true },
    ],
    'workspace.achievements.new': [{ as: 'institute', path: '/workspace/achievements/new', values: achievementForm({ organisationId: institute.id, publish: '' }) }],
    'workspace.achievements.$id.edit': [
      { as: 'institute', path: `/workspace/achievements/${achievement.number}/edit`, values: achievementForm({ organisationId: institute.id, publish: 'on' }), version: versionOf(db().achievement, achievement.id) },
      { as: 'institute', path: `/workspace/achievements/${achievement.number}/edit`, intent: 'unpublish', values: { reason }, again: () => db().achievement.update({ where: { id: achievement.id }, data: { published: true } }) },
    ],
    'workspace.matches.$id': ['accept', 'decline', 'meet'].map((intent) => ({ as: 'researcher', path: `/workspace/matches/${match.id}`, intent, values: intent === 'decline' ? { why: 'time', note: reason } : intent === 'accept' ? { why: 'direction', note: '做过两款量产车' } : {}, again: () => db().match.update({ where: { id: match.id }, data: { state: intent === 'meet' ? 'accepted' : 'notified', reason } }) })),
  }
}

async function applicationForms({ people, need, race, scenario, application, judged }: World): Promise<Record<string, Form[]>> {
  const at = (number: string) => `/workspace/applications/${number}`
  const form = await applicationFormOf({ needId: need.id, address: need.number })
  const { kind: _kind, target: _target, ...typed } = form
  const { evidence: _evidence, ...open } = typed
  const draft = await db().application.findUniqueOrThrow({ where: { number: application.number } })
  const criteria = await db().criterion.findMany({ where: { needId: race.id } })
  const set = (number: string, state: 'draft' | 'submitted' | 'under_review' | 'selected') => () => db().application.update({ where: { number }, data: { state } })
  const unapplied = () => db().application.deleteMany({ where: { submitterId: people.researcher.actor.accountId ?? '' } })
  const judging = (intent: string, state: 'submitted' | 'under_review' | 'selected', values: Values = {}): Form => ({ as: 'owner', path: at(judged.number), intent, values, again: set(judged.number, state) })
  return {
    'needs.$id.apply': [{ as: 'researcher', path: `/needs/${need.number}/apply`, intent: 'save', values: typed, again: unapplied }],
    'scenarios.$id_.apply': [{ as: 'researcher', path: `/scenarios/${scenario.serial}/apply`, intent: 'save', values: open, again: unapplied }],
    'workspace.applications.$id.edit': [{ as: 'applicant', path: `${at(application.number)}/edit`, intent: 'save', values: typed, version: versionOf(db().application, draft.id), again: set(application.number, 'draft') }],
    'workspace.applications.$id.check': [{ as: 'applicant', path: `${at(application.number)}/check`, intent: 'submit', again: set(application.number, 'draft') }],
    'workspace.applications.$id._index': [
      judging('takeOn', 'submitted'),
      judging('return', 'submitted', { reason }),
      judging('shortlist', 'under_review'),
      judging('score', 'under_review', { points: Object.fromEntries(criteria.map(({ id }) => [id, '80'])), comments: Object.fromEntries(criteria.map(({ id }) => [id, '数据充分'])) }),
      judging('phase', 'selected', { phase: '1', decision: 'proceed', reason }),
      { as: 'winner', path: at(judged.number), intent: 'withdraw', values: { reason }, again: set(judged.number, 'under_review') },
    ],
    'workspace.needs.$id.choose': [{ as: 'owner', path: `/workspace/needs/${race.number}/choose`, intent: 'choose', values: { winners: [judged.number], reasons: { [judged.number]: reason } }, again: () => db().need.update({ where: { id: race.id }, data: { state: 'published' } }).then(set(judged.number, 'under_review')) }],
    'workspace.scenarios.$id.choose': [{ as: 'publisher', path: `/workspace/scenarios/${scenario.serial}/choose`, intent: 'choose', values: { winners: ['SQ-2026-0001'], reasons: { 'SQ-2026-0001': reason } }, refused: true }],
  }
}

function needForms({ people, draft, waiting, need, race, late, question, access }: World): Record<string, Form[]> {
  const form = needForm(people.owner.organisation.id, { deadline: local(30), startsOn: dayIn(40), endsOn: dayIn(400), confidentialSummary: '接口协议', confidentialText: '接口定义与路测数据' })
  const set = (id: string, state: 'draft' | 'submitted' | 'published') => () => db().need.update({ where: { id }, data: { state } })
  const at = `/workspace/needs/${race.number}`
  const unasked = () => db().confidentialAccess.deleteMany({ where: { needId: need.id, accountId: { in: [people.other.actor.accountId ?? '', people.institute.actor.accountId ?? ''] } } })
  return {
    'workspace.needs.new': [{ as: 'owner', path: '/workspace/needs/new', intent: 'save', values: form }],
    'workspace.needs.$id.edit': [{ as: 'owner', path: `/workspace/needs/${draft.number}/edit`, intent: 'save', values: form, version: versionOf(db().need, draft.id) }, { as: 'owner', path: `/workspace/needs/${need.number}/edit`, intent: 'save', values: { ...form, published: 'on' }, version: versionOf(db().need, need.id) }],
    'workspace.needs.$id.check': [{ as: 'owner', path: `/workspace/needs/${draft.number}/check`, intent: 'submit', again: set(draft.id, 'draft') }],
    'workspace.needs.$id._index': [
      { as: 'owner', path: `/workspace/needs/${need.number}`, intent: 'answer', values: { questionId: question.id, answer: '沿道路中线每 20 米一处。' }, again: () => db().needQuestion.update({ where: { id: question.id }, data: { answer: null, answeredAt: null } }) },
      { as: 'owner', path: `/workspace/needs/${need.number}`, intent: 'access', values: { accessId: access.id, decision: 'declined', reason }, again: () => db().confidentialAccess.update({ where: { id: access.id }, data: { state: 'requested' } }) },
      ...['cancel', 'withdraw'].map((intent): Form => ({ as: 'owner', path: at, intent, values: { reason }, again: set(race.id, 'published') })),
      { as: 'owner', path: `/workspace/needs/${late.number}`, intent: 'markUnsuccessful', values: { reason }, again: () => db().need.update({ where: { id: late.id }, data: { state: 'published', deadline: new Date(Date.now() - 60_000) } }) },
    ],
    'needs.$id._index': [
      { as: 'institute', path: `/needs/${need.number}`, intent: 'ask', values: { question: '照度的测点怎样布置？' } },
      { as: 'institute', path: `/needs/${need.number}`, intent: 'access', values: { purpose: '评估接口是否与我们的模组兼容', promise: 'on' }, again: unasked },
      { as: 'other', path: `/needs/${need.number}`, intent: 'access', values: { purpose: '评估接口是否与我们的模组兼容', promise: 'on' }, again: unasked },
    ],
    'bureau.needs.$id': ['publish', 'return'].map((intent) => ({ as: 'reviewer', path: `/bureau/needs/${waiting.number}`, intent, values: intent === 'return' ? { reason } : {}, again: set(waiting.id, 'submitted') })),
  }
}

function scenarioForms({ people, scenario, proposal }: World): Record<string, Form[]> {
  const form = scenarioForm(people.publisher.organisation.id, { opensAt: local(1), closesAt: local(60) })
  const set = (publication: 'draft' | 'submitted' | 'approved') => () => db().scenario.update({ where: { id: proposal.id }, data: { publication } })
  const own = (intent: string, values: Values = {}): Form => ({ as: 'publisher', path: `/workspace/scenarios/${proposal.id}`, intent, values, again: set('draft') })
  const review = (intent: string, values: Values = {}): Form => ({ as: 'reviewer', path: `/bureau/scenarios/${proposal.id}`, intent, values, again: set('submitted') })
  return {
    'workspace.scenarios.new': [{ as: 'publisher', path: '/workspace/scenarios/new', intent: 'save', values: form }],
    'workspace.scenarios.$id.edit': [{ as: 'publisher', path: `/workspace/scenarios/${proposal.id}/edit`, intent: 'save', values: form, version: versionOf(db().scenario, proposal.id) }, { as: 'reviewer', path: `/workspace/scenarios/${scenario.serial}/edit`, intent: 'save', values: { ...form, opensAt: local(-5) }, version: versionOf(db().scenario, scenario.id) }],
    'workspace.scenarios.$id._index': [own('submit'), own('withdraw', { reason }), { as: 'publisher', path: `/workspace/scenarios/${scenario.serial}`, intent: 'landing', values: { landing: 'in_contact' }, again: () => db().scenario.update({ where: { id: scenario.id }, data: { landing: 'reserve' } }) }],
    'bureau.scenarios.$id': [review('approve'), review('return', { reason }), review('withdraw', { reason })],
  }
}

function contractForms({ contract, twin, drafted, contractFields, table, restoreTable }: World): Record<string, Form[]> {
  const unwritten = () => db().contract.update({ where: { id: drafted.id }, data: { state: 'draft', number: null, reportedAt: null, reviewDueOn: null } })
  const registered = { registrationNumber: 'R-1', registrationOffice: '永川区', registeredOn: new Date('2026-03-16') }
  const review = (intent: string, typed: Values = {}, state: 'reported' | 'under_review' | 'registered' = 'under_review'): Form => ({
    as: 'reviewer', path: `/bureau/contracts/${contract.number}`, intent, values: { [intent]: typed },
    again: () => db().contract.update({ where: { id: contract.id }, data: { state, disputed: intent === 'first', firstReviewerId: null, mergedIntoId: null, terminatedOn: null, totalAmount: '100000', ...(state === 'registered' ? registered : { registrationNumber: null, registrationOffice: null, registeredOn: null }) } }),
  })
  const inTable = (intent: string, values: Values, state = 'checked'): Form => ({ as: 'reviewer', path: `/bureau/contracts/import/${table}`, intent, values, again: () => restoreTable(state) })
  return {
    'workspace.contracts.new': [{ as: 'owner', path: '/workspace/contracts/new', intent: 'draft', values: contractFields }, { as: 'owner', path: '/workspace/contracts/new', intent: 'find:seller', values: { ...contractFields, find: { seller: '研究院' } } }],
    'workspace.contracts.$id.edit': [{ as: 'owner', path: `/workspace/contracts/${drafted.id}/edit`, intent: 'draft', values: contractFields, version: versionOf(db().contract, drafted.id) }],
    'workspace.contracts.$id.check': [
      { as: 'owner', path: `/workspace/contracts/${drafted.id}/check`, intent: 'report', values: { confirmed: 'on' }, version: versionOf(db().contract, drafted.id), again: unwritten },
      { as: 'owner', path: `/workspace/contracts/${drafted.id}/check`, intent: 'resubmit', values: { confirmed: 'on' }, again: unwritten, refused: true },
    ],
    'bureau.contracts.alike': ['merge', 'apart'].map((intent): Form => ({ as: 'reviewer', path: '/bureau/contracts/alike', intent, values: { id: contract.number, into: twin.number, reason }, again: () => db().contract.update({ where: { id: contract.id }, data: { mergedIntoId: null } }) })),
    'bureau.contracts.import._index': [{ as: 'reviewer', path: '/bureau/contracts/import', values: { file: '' }, refused: true }],
    'bureau.contracts.import.$id': [
      inTable('mend', { rows: { r2: { c23: '300000' } }, leaveOut: '3' }), inTable('map', { columns: ['projectName', 'kind'] }), inTable('start', { withoutBad: 'on' }), inTable('undo', { reason, confirmed: 'on' }, 'written'), inTable('discard', {}),
    ],
    'bureau.contracts.$id': [
      review('start', {}, 'reported'), review('first'), review('refuse', { reason }), review('correction', { field: 'seller', note: reason }), review('dispute', { disputed: 'on', reason }), review('merge', { into: twin.number, reason }), { ...review('unmerge', { reason }), again: () => db().contract.update({ where: { id: contract.id }, data: { mergedIntoId: twin.id } }) },
      review('register', { registrationNumber: '2026500118000001', registrationOffice: '永川区技术合同登记点', registeredOn: dayIn(-1) }),
      review('terminate', { terminatedOn: dayIn(-1), reason }, 'registered'), { ...review('revoke', { reason }, 'registered'), as: 'administrator' },
      { ...review('amend', { totalAmount: '90000', equipmentAmount: '0', materialAmount: '0', technologyAmount: '80000', effectiveOn: dayIn(-1), reason }, 'registered'), versionAt: 'amend[version]', version: versionOf(db().contract, contract.id) },
    ],
  }
}

async function bureauForms({ people, need, match, target, unverified }: World): Promise<Record<string, Form[]>> {
  const { broker, bystander, second, winner } = people
  const department = people.second.organisation.id
  const change = (data: { disabledAt: Date | null }) => () => db().account.update({ where: { id: bystander.actor.accountId ?? '' }, data })
  const district = await db().district.findFirstOrThrow()
  const account = `/bureau/accounts/${bystander.actor.accountId}`
  const typed = { startsOn: '2031-01-01', endsOn: '2035-12-31', measure: 'count', value: '6000', source: '新一轮行动计划', reason }
  const settings = Object.fromEntries(Object.entries(district).flatMap(([name, value]) => (['id', 'version', 'updatedAt'].includes(name) || value === null ? [] : [[name, String(value)]])))
  const matched = (intent: string, values: Values = {}): Form => ({ as: 'reviewer', path: `/bureau/matches/${match.id}`, intent, values, again: () => db().match.update({ where: { id: match.id }, data: { state: intent === 'restore' ? 'excluded' : 'suggested', reason, accompaniedBy: intent === 'release' ? broker.broker.id : null } }) })
  const brokers = (intent: string, values: Values, state: 'applied' | 'verified' | 'active'): Form => ({ as: 'reviewer', path: `/bureau/brokers/${broker.broker.number}`, intent, values, version: versionOf(db().broker, broker.broker.id), again: () => db().broker.update({ where: { id: broker.broker.id }, data: { state } }) })
  const theme = (active: boolean) => () => db().term.updateMany({ where: { scheme: 'theme', code: 'modern_agriculture' }, data: { active } })
  const waits = () => db().organisation.update({ where: { id: unverified.id }, data: { verification: 'submitted' } })
  return {
    'bureau.accounts.$id': [
      { as: 'administrator', path: account, intent: 'give', values: { role: 'publisher', unitId: department }, again: () => db().membership.deleteMany({ where: { accountId: bystander.actor.accountId ?? '' } }) },
      { as: 'administrator', path: `/bureau/accounts/${second.actor.accountId}`, intent: 'take', values: { role: 'publisher', unitId: department }, again: () => db().membership.createMany({ data: [{ accountId: second.actor.accountId ?? '', organisationId: department, role: 'publisher' }], skipDuplicates: true }) },
      { as: 'administrator', path: account, intent: 'disable', values: { reason }, again: change({ disabledAt: null }) },
      { as: 'administrator', path: account, intent: 'enable', again: change({ disabledAt: new Date() }) },
    ],
    'bureau.brokers.$id': [brokers('verify', {}, 'applied'), brokers('activate', {}, 'verified'), brokers('suspend', { reason }, 'active')],
    'bureau.matches.$id': [matched('accept'), matched('exclude', { reason }), matched('correct', { correction: '领域不同，请降低' }), { ...matched('broker', { brokerId: broker.broker.id }), again: () => db().broker.update({ where: { id: broker.broker.id }, data: { state: 'active' } }) }, matched('release', { reason }), matched('pin'), matched('unpin'), matched('restore', { restore: match.id })],
    'bureau.matches._index': [matched('accept', { ids: [match.id] }), matched('exclude', { ids: [match.id], reason })].map((form) => ({ ...form, path: '/bureau/matches' })),
    'bureau.matches.run': [{ as: 'reviewer', path: '/bureau/matches/run', intent: 'start' }],
    'bureau.matches.new': [{ as: 'reviewer', path: `/bureau/matches/new?target=${need.number}`, values: { kind: 'need', id: need.id, candidateKind: 'person', candidateNumber: winner.person.number }, again: () => db().match.deleteMany({ where: { needId: need.id, personId: winner.person.id } }) }],
    'bureau.organisations.$id': [{ intent: 'verify' }, { intent: 'return', values: { reason } }].map((form) => ({ ...form, as: 'reviewer', path: `/bureau/organisations/${unverified.id}`, version: versionOf(db().organisation, unverified.id), again: waits })),
    'bureau.jobs': [
      { as: 'administrator', path: '/bureau/jobs', intent: 'compare' },
      { as: 'administrator', path: '/bureau/jobs', intent: 'retry', values: { id: '999999999999' }, refused: true },
    ],
    'bureau.settings.words': [
      { as: 'administrator', path: '/bureau/settings/words', intent: 'add', values: { kind: 'synonym', line: '苗木快繁 = 组培快繁育苗' }, again: noOwnWords },
      { as: 'administrator', path: '/bureau/settings/words', intent: 'remove', values: { kind: 'edge', line: '相关' }, again: noOwnWords },
      { as: 'administrator', path: '/bureau/settings/words', intent: 'restore', values: { kind: 'edge', line: '相关' }, again: async () => { await noOwnWords(); await db().searchWord.create({ data: { kind: 'edge', line: '相关', removed: true, createdAt: new Date() } }) } },
    ],
    'bureau.settings._index': [{ as: 'administrator', path: '/bureau/settings', values: settings, version: async () => (await db().district.findFirstOrThrow()).version }],
    'bureau.settings.calendar': [
      { as: 'administrator', path: '/bureau/settings/calendar', intent: 'add', values: { first: '2033-10-01', last: '2033-10-03', working: '', name: '国庆节' }, again: () => db().$executeRaw`DELETE FROM "CalendarDay" WHERE day >= '2033-01-01'` },
      { as: 'administrator', path: '/bureau/settings/calendar', intent: 'remove', values: { day: '2033-10-01' } },
    ],
    'bureau.settings.lists': [
      { as: 'administrator', path: '/bureau/settings/lists', intent: 'add:area', values: { 'add:area': { nameZh: '凤凰湖东片', nameEn: 'Fenghuang Lake East' } } },
      { as: 'administrator', path: '/bureau/settings/lists', intent: 'rename:area:wanglonghu', values: { 'entry:area:wanglonghu': { nameZh: '旺龙湖', nameEn: 'Wanglong Lake', seenZh: '旺龙湖', seenEn: 'Wanglong Lake' } } },
      { as: 'administrator', path: '/bureau/settings/lists', intent: 'retire:theme:modern_agriculture', again: theme(true) },
      { as: 'administrator', path: '/bureau/settings/lists', intent: 'restore:theme:modern_agriculture', again: theme(false) },
    ],
    'bureau.targets': [
      { as: 'administrator', path: '/bureau/targets', intent: 'create', values: { create: { ...typed, startsOn: '2036-01-01', endsOn: '2040-12-31' } } },
      { as: 'administrator', path: '/bureau/targets', intent: target.id, values: { [target.id]: typed }, versionAt: `${target.id}[version]`, version: versionOf(db().target, target.id) },
    ],
  }
}

/** Every form of the portal by the route that takes it. A page that learns a new form gets its entry here. */
export async function formsOf(world: World): Promise<Record<string, Form[]>> {
  return { ...ownForms(world), ...organisationForms(world), ...(await applicationForms(world)), ...needForms(world), ...scenarioForms(world), ...contractForms(world), ...(await bureauForms(world)) }
}
