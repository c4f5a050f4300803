import type { MailData, MailTemplate } from './catalogue'

const own = (data: { path: string }) => data.path

/** Where the main link of each mail leads, as a path of the portal. A template without its link does not compile. */
export const actions: { [Template in MailTemplate]: (data: MailData[Template]) => string } = {
  confirm_address: ({ token }) => `/confirm?token=${encodeURIComponent(token)}`,
  address_taken: () => '/forgot-password',
  reset_password: ({ token }) => `/reset-password?token=${encodeURIComponent(token)}`,
  organisation_verified: () => '/workspace',
  organisation_returned: () => '/workspace',
  scenario_returned: own,
  scenario_published: own,
  need_returned: own,
  need_published: own,
  match_found: own,
  match_accepted: own,
  match_agreed: own,
  match_digest: own,
  application_received: own,
  application_selected: own,
  application_not_selected: own,
  application_returned: own,
  broker_active: ({ number }) => `/brokers/${number}`,
  broker_suspended: () => '/workspace/broker',
  broker_named: own,
  broker_released: own,
  broker_uncredited: own,
  question_asked: own,
  question_answered: own,
  access_requested: own,
  access_decided: own,
  contract_correction: own,
  search_alert: own,
  contract_registered: own,
}
