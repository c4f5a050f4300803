import { describe, expect, it } from 'vitest'
import { accountPolicy } from './accounts/policy'
import { achievementPolicy } from './achievements/policy'
import { applicationPolicy } from './applications/policy'
import { auditPolicy } from './audit/policy'
import { authPolicy } from './auth/policy'
import { brokerPolicy } from './brokers/policy'
import { contractPolicy } from './contracts/policy'
import { districtPolicy } from './district/policy'
import { roles, visitor, type Actor, type ActorMembership, type Role } from './kernel/actor'
import type { Decision } from './kernel/policy'
import { matchPolicy } from './matching/policy'
import { needPolicy } from './needs/policy'
import { organisationPolicy } from './organisations/policy'
import { personPolicy } from './people/policy'
import { queuePolicy } from './queue/policy'
import { savedSearchPolicy } from './saved-searches/policy'
import { scenarioPolicy } from './scenarios/policy'
import { searchWordPolicy } from './search-words/policy'

/*
 * The table of permissions, made from the policies themselves: every policy × every role × the role's own record or a
 * stranger's, public or not. It stands in docs/permissions.md, so that a change of any right is a change that a
 * reviewer reads.
 */

const ids = { enterprise: 'e', institute: 'i', publisher: 'd', reviewer: 'b', administrator: 'b', broker: 'j', researcher: 'r', visitor: '' } as const
const kinds = { enterprise: 'enterprise', institute: 'institute', publisher: 'department', reviewer: 'bureau', administrator: 'bureau' } as const

function actorOf(role: Role): Actor {
  if (role === 'visitor') return visitor
  const account: Actor = { ...visitor, kind: 'account', accountId: `account-${role}`, name: role, email: `${role}@example.com` }
  if (role === 'researcher') return { ...account, personId: 'person-own' }
  if (role === 'broker') return { ...account, brokerId: 'broker-own', brokerActive: true }
  const membership: ActorMembership = { organisationId: ids[role], organisationName: role, kind: kinds[role], role, manager: true, verified: true }
  return { ...account, memberships: [membership] }
}

type Relation = 'own' | 'foreign'
/** Records as the policies see them: `shown` is published, listed or reported; the other is a draft. */
type Records = (role: Role, relation: Relation, shown: boolean) => unknown

const orgOf = (role: Role, relation: Relation) => (relation === 'own' ? ids[role] || 'nobody' : 'stranger')
const need = (role: Role, relation: Relation, shown: boolean) => ({ organisationId: orgOf(role, relation), state: shown ? ('published' as const) : ('draft' as const), publishedAt: shown ? new Date(0) : null })
const target = (role: Role, relation: Relation, shown: boolean) => ({ kind: role === 'publisher' ? ('scenario' as const) : ('need' as const), shown, ownerIds: [orgOf(role, relation)], chooserId: orgOf(role, relation) })
const application = (role: Role, relation: Relation, shown: boolean) => ({
  state: shown ? ('submitted' as const) : ('draft' as const), submitterId: relation === 'own' && role === 'researcher' ? `account-${role}` : 'account-stranger', personId: relation === 'own' && role === 'researcher' ? 'person-own' : 'person-stranger',
  organisationId: relation === 'own' && role === 'institute' ? ids.institute : null, brokerId: relation === 'own' && role === 'broker' ? 'broker-own' : null, applicantIds: ['elsewhere'], target: target(role, relation, true),
})

const areas: Record<string, { policies: Record<string, (actor: Actor, record: never) => Decision>; record: Records; special?: Record<string, Records> }> = {
  scenario: { policies: scenarioPolicy, record: (role, relation, shown) => ({ publication: shown ? 'published' : 'draft', leadId: orgOf(role, relation) }) },
  need: { policies: needPolicy, record: need, special: { readConfidential: (role, relation, shown) => ({ need: need(role, relation, shown), granted: false }) } },
  application: { policies: applicationPolicy, record: application, special: { start: (role, relation, shown) => ({ target: target(role, relation, shown), employerId: null }), choose: target } },
  match: { policies: matchPolicy, record: (role, relation) => ({ ownerIds: [orgOf(role, relation)], personAccountId: relation === 'own' && role === 'researcher' ? `account-${role}` : 'account-stranger', personId: relation === 'own' && role === 'researcher' ? 'person-own' : null, organisationIds: relation === 'own' && role === 'institute' ? [ids.institute] : [], inventorIds: [], brokerId: relation === 'own' && role === 'broker' ? 'broker-own' : null }) },
  contract: { policies: contractPolicy, record: (role, relation, shown) => ({ state: shown ? 'reported' : 'draft', createdById: relation === 'own' ? `account-${role}` : 'account-stranger', partyIds: [orgOf(role, relation)], ownerIds: [], applicantAccountIds: [], applicantOrganisationIds: [], brokerId: relation === 'own' && role === 'broker' ? 'broker-own' : null }) },
  organisation: { policies: organisationPolicy, record: (role, relation, shown) => ({ id: orgOf(role, relation), kind: shown ? 'institute' : 'enterprise', verification: shown ? 'verified' : 'submitted' }) },
  person: { policies: personPolicy, record: (role, relation, shown) => ({ id: orgOf(role, relation), accountId: relation === 'own' ? `account-${role}` : 'account-stranger', organisationId: 'elsewhere', listed: shown }) },
  achievement: { policies: achievementPolicy, record: (role, relation, shown) => ({ organisationId: orgOf(role, relation), inventorIds: relation === 'own' ? ['person-own'] : [], published: shown }) },
  broker: { policies: brokerPolicy, record: (role, relation, shown) => ({ accountId: relation === 'own' ? `account-${role}` : 'account-stranger', organisationId: null, public: shown }) },
  savedSearch: { policies: savedSearchPolicy, record: (role, relation) => ({ accountId: relation === 'own' && role !== 'visitor' ? `account-${role}` : 'account-stranger' }), special: { unsubscribe: (_role, relation) => ({ fits: relation === 'own' }) } },
  account: { policies: accountPolicy, record: (role, relation) => ({ id: relation === 'own' ? `account-${role}` : 'account-stranger' }) },
  district: { policies: districtPolicy, record: () => undefined },
  searchWords: { policies: searchWordPolicy, record: () => undefined },
  queue: { policies: queuePolicy, record: () => undefined },
  audit: { policies: auditPolicy, record: () => undefined },
  auth: { policies: authPolicy, record: () => undefined },
}

const words: Record<Decision, string> = { allow: '✓', hide: '404', forbid: '403', sign_in: 'log in' }

/** One cell: the answers for own and foreign, public and not, folded where they agree. */
function cell(area: (typeof areas)[string], name: string, role: Role): string {
  const policy = area.policies[name]
  const record = area.special?.[name] ?? area.record
  if (!policy) return ''
  const ask = (relation: Relation, shown: boolean) => words[policy(actorOf(role), record(role, relation, shown) as never)]
  const fold = (shown: string, hidden: string) => (shown === hidden ? shown : `${shown} / ${hidden}`)
  const own = fold(ask('own', true), ask('own', false))
  const foreign = fold(ask('foreign', true), ask('foreign', false))
  return own === foreign ? own : `${own}; ${foreign}`
}

function table(): string {
  const head = ['# Who may do what', '', 'Made from the policies in `app/domain/*/policy.ts` by `app/domain/permissions.test.ts`; run `npx vitest run --project unit app/domain/permissions.test.ts -u` after a change of rights and read the difference.', '', '`own; stranger’s` where they differ, `public / draft` where that differs. ✓ may, 403 refused, 404 hidden, log in: a visitor is sent to the log-in page. “Own” is a record of the role’s organisation, person or account.', '']
  const body = Object.entries(areas).flatMap(([area, spec]) => [
    `## ${area}`, '', `| | ${roles.join(' | ')} |`, `|---|${roles.map(() => '---').join('|')}|`,
    ...Object.keys(spec.policies).map((name) => `| ${name} | ${roles.map((role) => cell(spec, name, role)).join(' | ')} |`), '',
  ])
  return [...head, ...body].join('\n')
}

it('is the table in docs/permissions.md', async () => {
  await expect(table()).toMatchFileSnapshot('../../docs/permissions.md')
})

const all = Object.entries(areas).flatMap(([area, spec]) => Object.keys(spec.policies).map((name) => [area, name, spec] as const))

describe('no policy', () => {
  it.each(all)('%s.%s tells a stranger of a hidden record that it is there', (_area, name, spec) => {
    const policy = spec.policies[name]!
    const record = (spec.special?.[name] ?? spec.record)('enterprise', 'foreign', false)
    if (record === undefined || (record as { id?: string }).id?.startsWith('account-')) return
    // Lists and creations have no record; where the answer depends on one, it must be 404 and never 403.
    const withPublic = (spec.special?.[name] ?? spec.record)('enterprise', 'foreign', true)
    const [hidden, shown] = [policy(actorOf('enterprise'), record as never), policy(actorOf('enterprise'), withPublic as never)]
    if (hidden !== shown) expect(hidden).not.toBe('forbid')
  })

  it('lets a visitor change anything but their own beginnings, and stop the mails that a signed link is for', () => {
    const changing = all.filter(([area, name]) => area !== 'auth' && !/^(read|list|find|readPublic)$/.test(name))
    const allowed = changing.filter(([, name, spec]) => (['own', 'foreign'] as const).some((relation) => [true, false].some((shown) => spec.policies[name]!(visitor, (spec.special?.[name] ?? spec.record)('visitor', relation, shown) as never) === 'allow')))
    expect(allowed.map(([area, name]) => `${area}.${name}`)).toEqual(['savedSearch.unsubscribe'])
  })
})
