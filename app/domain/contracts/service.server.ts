/** The area's service: what routes, jobs and other areas may call. */
export { createContract, reportContract, resubmitContract, updateContract } from './draft.server'
export { approveFirst, mergeContract, refuseContract, registerContract, requestCorrection, setDisputed, startReview } from './review.server'
export { amendContract, revokeContract, terminateContract } from './after.server'
export { contractsFrom, contractsWaiting, countMeasure, listContracts, listOwnContracts, prefillContract, readContract, recentLandings, reviewSettings } from './read.server'
export { assistContractForm } from './assist.server'
