import type { CandidateKey, MatchRecord } from './repo.server'

/* The two sides of a match, in words and addresses. */

export const titleOf = (match: MatchRecord) => match.need?.title ?? match.scenario?.title ?? ''
export const candidateName = (match: MatchRecord) => match.person?.name ?? match.organisation?.name ?? match.achievement?.title ?? match.broker?.name ?? ''
/** Where the page of each kind of candidate is; its number (an institute's id) follows. */
export const candidatePaths = { person: '/experts/', institute: '/institutes/', achievement: '/achievements/', broker: '/brokers/' } as const
export const candidatePath = (match: MatchRecord) => candidatePaths[match.candidateKind] + (match.organisation ? match.organisation.id : candidateNumber(match))
export const candidateNumber = (match: MatchRecord) => match.person?.number ?? match.achievement?.number ?? match.broker?.number ?? ''

export const candidateKeyOf = ({ candidateKind, personId, organisationId, achievementId, brokerId }: MatchRecord): CandidateKey => ({ candidateKind, personId, organisationId, achievementId, brokerId })
