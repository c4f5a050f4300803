/** The area's service: what routes, jobs and other areas may call. */
export { saveApplication, startApplication, submitApplication, withdrawApplication } from './write.server'
export { decidePhase, returnApplication, scoreApplication, shortlistApplication, takeUnderReview } from './review.server'
export { chooseApplications } from './choose.server'
export { applicationEditor, applicationForm, applicationsOf, readApplication } from './read.server'
export { applicationQueue, applicationsToTakeOn, ownApplications } from './lists.server'
export type { ApplicationSummary, ApplicationView } from './view'
