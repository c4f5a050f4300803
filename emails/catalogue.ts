/** A result of a saved search; the deadline as `2026-12-15 17:00`, Asia/Shanghai. */
export type FoundRecord = { kind: 'scenario' | 'need' | 'achievement' | 'expert' | 'institute' | 'broker'; title: string; path: string; deadline: string | null }

/** Every mail that the portal sends: its template and what the template needs. Never a confidential text. */
export type MailData = {
  confirm_address: { name: string; token: string }
  address_taken: { name: string }
  reset_password: { name: string; token: string }
  organisation_verified: { name: string; organisation: string }
  organisation_returned: { name: string; organisation: string; reason: string }
  scenario_returned: { name: string; title: string; path: string; reason: string }
  scenario_published: { name: string; title: string; serial: string; path: string }
  need_returned: { name: string; title: string; path: string; reason: string }
  need_published: { name: string; title: string; path: string }
  match_found: { name: string; title: string; kind: 'scenario' | 'need'; path: string; score: number; reason: string; deadline: string | null }
  match_accepted: { name: string; title: string; candidate: string; path: string }
  match_agreed: { name: string; title: string; owner: string; path: string }
  match_digest: { name: string; count: number; records: (FoundRecord & { reason: string })[]; path: string; manage: string; token: string }
  application_received: { name: string; title: string; number: string; applicant: string; path: string }
  application_selected: { name: string; title: string; number: string; path: string }
  application_not_selected: { name: string; title: string; number: string; reason: string; path: string }
  application_returned: { name: string; title: string; number: string; reason: string; path: string }
  broker_active: { name: string; number: string }
  broker_suspended: { name: string; number: string; reason: string }
  broker_named: { name: string; title: string; applicant: string; path: string }
  broker_released: { name: string; title: string; applicant: string; reason: string; path: string }
  broker_uncredited: { name: string; project: string; reason: string; path: string }
  question_asked: { name: string; title: string; question: string; path: string }
  question_answered: { name: string; title: string; path: string }
  access_requested: { name: string; title: string; path: string }
  access_decided: { name: string; title: string; accepted: boolean; reason: string | null; path: string }
  contract_correction: { name: string; project: string; number: string; note: string; path: string }
  search_alert: { name: string; search: string; count: number; frequency: 'immediately' | 'daily' | 'weekly' | 'never'; records: FoundRecord[]; path: string; manage: string; token: string }
  contract_registered: { name: string; project: string; number: string; registrationNumber: string; path: string }
}

export type MailTemplate = keyof MailData
