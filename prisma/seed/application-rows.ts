import type { ApplicationState, Prisma, PrismaClient } from '../client'
import { codes, idOf, portions } from './ids'
import type { SampleDistrict, SampleNeed } from './sample/types'

const open: ApplicationState[] = ['submitted', 'under_review', 'shortlisted', 'returned', 'under_review']
const reasons: Partial<Record<ApplicationState, string>> = { not_selected: '方案可行，但同类现场业绩少于入选团队。', returned: '请补充同类项目的实测数据。' }

/** Applications to needs by researchers of the same topic, in every state; who was chosen fits the need's own state. */
export async function seedApplications(client: PrismaClient, sample: SampleDistrict, now: Date): Promise<void> {
  const numbers = codes('SQ')
  const people = new Map<string, string[]>()
  for (const person of sample.people) for (const topic of person.topics) people.set(topic, [...(people.get(topic) ?? []), person.key])
  const rows: Prisma.ApplicationCreateManyInput[] = []
  const accounts: Prisma.AccountCreateManyInput[] = []
  for (const [index, need] of sample.needs.entries()) {
    const applicants = (people.get(need.topic) ?? []).slice(0, needsApplicants(need, index))
    for (const [place, key] of applicants.entries()) {
      const state = stateOf(need, index, place, now)
      if (!state) continue
      const at = need.publishedAt ?? now
      // An applicant without a log-in of their own still needs an account that submitted: one that cannot sign in.
      const account = { id: idOf('account', `applicant/${key}`), email: `${idOf('applicant', key).slice(0, 8)}@sample.example.com`, name: sample.people.find((person) => person.key === key)?.name ?? key, sample: true, emailConfirmedAt: null, createdAt: at }
      if (!accounts.some((known) => known.id === account.id)) accounts.push(account)
      rows.push({
        id: idOf('application', `${need.key}/${key}`), number: numbers.next(at.getUTCFullYear()), needId: idOf('need', need.key), submitterId: account.id, personId: idOf('person', key), team: '课题组 5 人，其中 1 人常驻永川。', approach: `围绕“${need.title}”，先做现场数据采集和失效分析，再在现有设备上验证两条路线，最后给出可以验收的方案。`,
        cost: need.fundingMin ?? '300000.00', startsOn: new Date(`${need.startsOn}T00:00:00Z`), endsOn: new Date(`${need.endsOn}T00:00:00Z`), iprProposal: '双方共有，需求方优先实施。', noControl: true, termsAccepted: true, state, reason: reasons[state] ?? null, submittedAt: at, decidedAt: state === 'selected' || state === 'not_selected' ? need.deadline : null, sample: true, createdAt: at,
      })
    }
  }
  for (const data of portions(accounts)) await client.account.createMany({ data })
  for (const data of portions(rows)) await client.application.createMany({ data })
  await client.counter.createMany({ data: numbers.counters() })
}

function needsApplicants(need: SampleNeed, index: number): number {
  return need.state === 'awarded' || need.state === 'contracted' ? 3 : need.state === 'published' ? index % 4 : 0
}

/** The state that fits the need's: one is chosen where it was awarded, the others are not; while it is open all stages occur. */
function stateOf(need: SampleNeed, index: number, place: number, now: Date): ApplicationState | null {
  if (need.state === 'awarded' || need.state === 'contracted') return place < need.teams ? 'selected' : 'not_selected'
  if (need.state !== 'published' || !need.publishedAt || need.publishedAt > now) return null
  return open[(index + place) % open.length] ?? 'submitted'
}
