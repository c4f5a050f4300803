import { hashPassword } from '../../app/domain/auth/token.server'
import type { MemberRole, PrismaClient } from '../client'
import { idOf } from './ids'
import { orgId } from './people-rows'
import type { SampleDistrict } from './sample/types'

/** The sample accounts, one a role; all have the password that the start prints. */
export async function seedAccounts(client: PrismaClient, sample: SampleDistrict, password: string, now: Date): Promise<void> {
  const passwordHash = await hashPassword(password)
  const bureau = await client.organisation.findFirstOrThrow({ where: { kind: 'bureau' } })
  const open = sample.needs.filter((need) => need.state === 'published')
  const institute = sample.institutes.find((one) => sample.people.some((person) => person.organisationKey === one.key)) ?? sample.institutes[0]!
  const researcher = sample.people.find((person) => person.topics.some((topic) => open.some((need) => need.topic === topic)))!
  const department = sample.departments.find((unit) => sample.scenarios.some((scenario) => scenario.leadKey === unit.key && scenario.publication === 'draft')) ?? sample.departments[0]!
  const broker = sample.brokers.find((one) => one.kind === 'person' && one.state === 'active')!
  const enterprise = mostFrequent(open.map((need) => need.organisationKey))

  const account = async (email: string, name: string, memberships: { organisationId: string; role: MemberRole }[]) => {
    const id = idOf('account', email)
    await client.account.create({ data: { id, email, name, passwordHash, emailConfirmedAt: now, sample: true, createdAt: now } })
    await client.membership.createMany({ data: memberships.map((membership) => ({ ...membership, accountId: id, manager: true, createdAt: now })) })
    return id
  }
  await account('bureau@example.com', '李蔓青', [{ organisationId: bureau.id, role: 'administrator' }])
  await account('reviewer@example.com', '周知远', [{ organisationId: bureau.id, role: 'reviewer' }])
  await account('enterprise@example.com', '程予安', [{ organisationId: orgId(enterprise), role: 'enterprise' }])
  await account('institute@example.com', '罗映秋', [{ organisationId: orgId(institute.key), role: 'institute' }])
  await account('department@example.com', '陈牧川', [{ organisationId: orgId(department.key), role: 'publisher' }])
  const personAccount = await account('researcher@example.com', researcher.name, [])
  await client.person.update({ where: { id: idOf('person', researcher.key) }, data: { accountId: personAccount } })
  const brokerAccount = await account('broker@example.com', broker.name, [])
  await client.broker.update({ where: { id: idOf('broker', broker.key) }, data: { accountId: brokerAccount } })
}

function mostFrequent(keys: string[]): string {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
  if (!first) throw new Error('the sample has no open need')
  return first[0]
}
