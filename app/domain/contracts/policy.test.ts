import { describe, expect, it } from 'vitest'
import { visitor, type Actor, type ActorMembership } from '~/domain/kernel/actor'
import { contractPolicy, type ContractFacts } from './policy'

const member = (organisationId: string, role: ActorMembership['role'] = 'enterprise'): ActorMembership => ({ organisationId, organisationName: organisationId, kind: role === 'reviewer' || role === 'administrator' ? 'bureau' : 'enterprise', role, manager: true, verified: true })
const someone = (values: Partial<Actor> = {}): Actor => ({ ...visitor, kind: 'account', accountId: 'someone', ...values })
const facts = (values: Partial<ContractFacts> = {}): ContractFacts => ({ state: 'reported', createdById: 'writer', partyIds: ['seller', 'buyer'], ownerIds: ['owner'], applicantAccountIds: ['applicant'], applicantOrganisationIds: ['institute'], brokerId: 'broker', ...values })

const people = {
  visitor,
  stranger: someone({ memberships: [member('other')] }),
  writer: someone({ accountId: 'writer' }),
  seller: someone({ memberships: [member('seller')] }),
  buyer: someone({ memberships: [member('buyer')] }),
  owner: someone({ memberships: [member('owner')] }),
  applicant: someone({ accountId: 'applicant' }),
  institute: someone({ memberships: [member('institute', 'institute')] }),
  broker: someone({ brokerId: 'broker' }),
  otherBroker: someone({ brokerId: 'another' }),
  reviewer: someone({ memberships: [member('bureau', 'reviewer')] }),
  administrator: someone({ memberships: [member('bureau', 'administrator')] }),
  ownReviewer: someone({ memberships: [member('bureau', 'reviewer'), member('seller')] }),
}
type Who = keyof typeof people
const inside: Who[] = ['writer', 'seller', 'buyer', 'owner', 'applicant', 'institute', 'ownReviewer']

function decisions(action: 'read' | 'edit' | 'report' | 'review' | 'revoke', contract = facts()) {
  return Object.fromEntries(Object.entries(people).map(([who, actor]) => [who, contractPolicy[action](actor, contract)])) as Record<Who, string>
}

describe('who may do what with a contract', () => {
  it('is read by both sides, the lineage, the named broker and the bureau; for others there is none', () => {
    const found = decisions('read')
    for (const who of [...inside, 'broker', 'reviewer', 'administrator'] as Who[]) expect(found[who], who).toBe('allow')
    for (const who of ['visitor', 'stranger', 'otherBroker'] as Who[]) expect(found[who], who).toBe('hide')
  })

  it('keeps a draft from the bureau', () => {
    const found = decisions('read', facts({ state: 'draft' }))
    expect(found.reviewer).toBe('hide')
    expect(found.administrator).toBe('hide')
    expect(found.seller).toBe('allow')
  })

  it.each(['edit', 'report'] as const)('is for both sides and the lineage to %s', (action) => {
    const found = decisions(action)
    for (const who of inside) expect(found[who], who).toBe('allow')
    for (const who of ['broker', 'reviewer', 'administrator'] as Who[]) expect(found[who], who).toBe('forbid')
    for (const who of ['visitor', 'stranger', 'otherBroker'] as Who[]) expect(found[who], who).toBe('hide')
  })

  it('is reviewed by the bureau, but for whoever belongs to a side', () => {
    const found = decisions('review')
    expect(found.reviewer).toBe('allow')
    expect(found.administrator).toBe('allow')
    for (const who of [...inside, 'broker'] as Who[]) expect(found[who], who).toBe('forbid')
    expect(found.stranger).toBe('hide')
  })

  it('is revoked by an administrator alone', () => {
    const found = decisions('revoke')
    expect(found.administrator).toBe('allow')
    expect(found.reviewer).toBe('forbid')
    expect(found.seller).toBe('forbid')
    expect(found.stranger).toBe('hide')
  })

  it('is begun by members of an enterprise or institute and by researchers', () => {
    expect(contractPolicy.create(visitor)).toBe('sign_in')
    expect(contractPolicy.create(someone())).toBe('forbid')
    expect(contractPolicy.create(people.reviewer)).toBe('forbid')
    expect(contractPolicy.create(people.seller)).toBe('allow')
    expect(contractPolicy.create(someone({ personId: 'p' }))).toBe('allow')
  })
})
