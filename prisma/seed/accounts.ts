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
  const department = sample.departments.find((unit) => sample.scenarios.some((scenario) => scenario.leadKey === unit.key && scenario.publication === 'draft')) ?? sample.departments[0]!
  const busiest = await whoHasMost(client)
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
  await account('institute@example.com', '罗映秋', [{ organisationId: busiest.instituteId, role: 'institute' }])
  await account('department@example.com', '陈牧川', [{ organisationId: orgId(department.key), role: 'publisher' }])
  const personAccount = await account('researcher@example.com', busiest.person.name, [])
  await client.person.update({ where: { id: busiest.person.id }, data: { accountId: personAccount } })
  const brokerAccount = await account('broker@example.com', busiest.broker.name, [])
  await client.broker.update({ where: { id: busiest.broker.id }, data: { accountId: brokerAccount } })
}

function mostFrequent(keys: string[]): string {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
  if (!first) throw new Error('the sample has no open need')
  return first[0]
}

/** Whoever has the most to show on the first log-in: a researcher with pairs, results and applications, and room for two more, of work and of suggestions; their like for institute and broker. */
async function whoHasMost(client: PrismaClient) {
  const [person] = await client.$queryRaw<{ id: string; name: string }[]>`
    SELECT p.id, p.name FROM "Person" p
    LEFT JOIN (SELECT "personId", count(*) AS n FROM "Match" WHERE state = 'notified' GROUP BY 1) m ON m."personId" = p.id
    LEFT JOIN (SELECT "personId", count(*) AS n FROM "Match" WHERE state IN ('accepted', 'met', 'applied') GROUP BY 1) l ON l."personId" = p.id
    LEFT JOIN (SELECT "personId", count(*) AS n FROM "Match" WHERE state IN ('suggested', 'notified') AND NOT alternate GROUP BY 1) h ON h."personId" = p.id
    LEFT JOIN (SELECT "personId", count(*) AS n FROM "Application" GROUP BY 1) a ON a."personId" = p.id
    LEFT JOIN (SELECT "personId", count(*) AS n FROM "AchievementInventor" GROUP BY 1) i ON i."personId" = p.id
    WHERE p.listed AND p."availableFrom" IS NULL AND p."maxLoad" - coalesce(l.n, 0) >= 2 AND least(p."maxLoad" - coalesce(l.n, 0), (SELECT "suggestionsPerCandidate" FROM "District")) - coalesce(h.n, 0) >= 2 AND a.n > 0 AND i.n > 0 ORDER BY coalesce(m.n, 0) DESC, a.n DESC, p.number LIMIT 1`
  const [institute] = await client.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM "Organisation" o JOIN "Match" m ON m."organisationId" = o.id WHERE m.state IN ('notified', 'accepted', 'met') AND EXISTS (SELECT 1 FROM "Person" p WHERE p."organisationId" = o.id)
    GROUP BY o.id, o.name ORDER BY count(*) DESC, o.name LIMIT 1`
  const [broker] = await client.$queryRaw<{ id: string; name: string }[]>`
    SELECT b.id, b.name FROM "Broker" b LEFT JOIN "Contract" c ON c."brokerId" = b.id WHERE b.kind = 'person' AND b.state = 'active' GROUP BY b.id, b.name, b.number ORDER BY count(c.id) DESC, b.number LIMIT 1`
  if (!person || !institute || !broker) throw new Error('the sample has nobody with a match')
  return { person, instituteId: institute.id, broker }
}
