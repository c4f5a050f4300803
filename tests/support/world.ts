import { submitApplication, startApplication } from '~/domain/applications/service.server'
import { createAchievement } from '~/domain/achievements/service.server'
import { createContract, reportContract } from '~/domain/contracts/service.server'
import { checkImport, receiveImport } from '~/domain/imports/service.server'
import { db } from '~/domain/kernel/db.server'
import { addMatch } from '~/domain/matching/service.server'
import { listSearches, saveSearch } from '~/domain/saved-searches/service.server'
import { createScenario } from '~/domain/scenarios/service.server'
import { csvOf, templateRows } from './contract-table'
import { make, password } from './factories'
import { contractForm } from './factories-contracts'
import { applicationFormOf, draftNeed, publishedNeed } from './factories-needs'
import { publishedScenario, scenarioForm } from './factories-scenarios'

/** Everyone who asks: each role with records of its own, and once more as a stranger to them. */
export const everyone = [
  'visitor', 'enterprise', 'otherEnterprise', 'researcher', 'otherResearcher', 'institute', 'otherInstitute', 'broker', 'otherBroker', 'publisher', 'otherPublisher', 'reviewer', 'administrator',
] as const
export type Who = (typeof everyone)[number]
export const signedInPeople = everyone.filter((who) => who !== 'visitor')

const local = (from: Date, days: number) => new Date(from.getTime() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 16)
const dayAt = (from: Date, days: number) => local(from, days).slice(0, 10)

/** A small district in which every kind of record is there twice: one that is open to its readers, and one that is a draft. */
export async function makeWorld(now: Date) {
  const call = { now }
  const institute = await make.institute()
  const people = {
    enterprise: await make.enterprise(), otherEnterprise: await make.enterprise(),
    institute, otherInstitute: await make.institute(),
    researcher: await make.researcher({ organisationId: institute.organisation.id }), otherResearcher: await make.researcher(),
    broker: await make.broker({ validUntil: dayAt(now, 900) }), otherBroker: await make.broker({ validUntil: dayAt(now, 900) }),
    publisher: await make.publisher(), otherPublisher: await make.publisher(),
    reviewer: await make.reviewer(), administrator: await make.administrator(),
  }
  const { enterprise, researcher, otherResearcher, broker, publisher, reviewer } = people
  const dates = { startsOn: dayAt(now, 40), endsOn: dayAt(now, 300), deadline: local(now, 30) }
  const need = await publishedNeed(enterprise, reviewer.actor, { ...dates, confidentialSummary: '传感器选型', confidentialText: '现用传感器型号与标定数据。' }, call)
  const needDraft = await draftNeed(enterprise, dates, call)

  const window = { year: dayAt(now, 0).slice(0, 4), opensAt: local(now, -5), closesAt: local(now, 60) }
  const scenario = await publishedScenario(publisher, reviewer.actor, window, now)
  const scenarioDraft = await createScenario(publisher.actor, scenarioForm(publisher.organisation.id, window), call)

  const apply = async (applicant: typeof researcher, more: Record<string, unknown> = {}) => startApplication(applicant.actor, await applicationFormOf({ needId: need.id, address: need.number }, { startsOn: dates.startsOn, endsOn: dates.endsOn, ...more }), call)
  const application = await apply(researcher, { broker: broker.broker.number })
  await submitApplication(researcher.actor, { id: application.number }, call)
  const applicationDraft = await apply(otherResearcher)

  const signedOn = { signedOn: dayAt(now, -20), beginsOn: dayAt(now, -10), endsOn: dayAt(now, 200) }
  const contract = await createContract(enterprise.actor, { ...contractForm(institute.organisation, enterprise.organisation), ...signedOn }, call)
  await reportContract(enterprise.actor, { id: contract.id, version: 1, confirmed: 'on' }, call)
  const contractDraft = await createContract(enterprise.actor, { ...contractForm(institute.organisation, enterprise.organisation), ...signedOn, projectName: '茶叶萎凋湿度在线监测系统开发', draftId: undefined }, call)

  const match = await addMatch(reviewer.actor, { kind: 'need', id: need.id, candidateKind: 'person', candidateId: researcher.person.id }, call)
  const achievementForm = { title: '低照度障碍物识别算法', summary: '在照度低于 1 lx 的道路上识别路桩、行人和宠物。', field: 'transport', trl: '6', iprKind: 'none', modes: ['licence'], keywords: '低照度、障碍物识别' }
  const achievement = await createAchievement(institute.actor, { ...achievementForm, organisationId: institute.organisation.id, inventors: [researcher.person.id] }, call)
  const achievementDraft = await createAchievement(institute.actor, { ...achievementForm, title: '夜间红外成像标定方法', organisationId: institute.organisation.id, inventors: [] }, call)
  await db().achievement.update({ where: { id: achievement.id }, data: { published: true, publishedAt: now } })

  await saveSearch(researcher.actor, { name: '低照度', frequency: 'daily', query: 'q=%E4%BD%8E%E7%85%A7%E5%BA%A6' }, call)
  const [search] = await listSearches(researcher.actor, {}, call)

  const { id: contractTable } = await receiveImport(reviewer.actor, { name: '合同.csv', bytes: csvOf(await templateRows([{ totalAmount: '三万' }])) }, call)
  await checkImport(contractTable, now)

  return {
    people,
    numbers: {
      search: search?.id ?? '', contractTable,
      need: need.number, needDraft: needDraft.number, scenario: scenario.serial, scenarioDraft: scenarioDraft.id, application: application.number, applicationDraft: applicationDraft.number,
      contract: contract.id, contractDraft: contractDraft.id, match: match.id, achievement: achievement.number, achievementDraft: achievementDraft.number, expert: researcher.person.number, broker: broker.broker.number,
      enterprise: enterprise.organisation.id, institute: institute.organisation.id, account: enterprise.actor.accountId ?? '', person: researcher.person.id,
    },
  }
}
export type World = Awaited<ReturnType<typeof makeWorld>>

/** The cookies of everyone, signed in through the log-in page. */
export async function signInEveryone(url: string, { people }: World): Promise<Record<Who, string>> {
  const cookies: Partial<Record<Who, string>> = { visitor: '' }
  for (const who of signedInPeople) {
    const answer = await fetch(`${url}/login`, { method: 'POST', redirect: 'manual', headers: { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ email: people[who].email, password }) })
    const [cookie] = answer.headers.getSetCookie().map((line) => line.split(';')[0])
    if (!cookie) throw new Error(`${who} could not sign in: ${answer.status}`)
    cookies[who] = cookie
  }
  return cookies as Record<Who, string>
}
