import type { ContactVisibility } from './schema'

/** Whether a person can take on work on a day (`2026-11-24`, Asia/Shanghai); `load` is how many they do now. */
export function isAvailable(person: { availableFrom: string | null; maxLoad: number }, today: string, load = 0): boolean {
  return load < person.maxLoad && (person.availableFrom === null || person.availableFrom <= today)
}

/** Who keeps their own profile decides alone; whom an organisation entered is shown once the organisation is verified (domain.md, section 1). */
export function mayBeListed(person: { hasAccount: boolean }, organisation: { verified: boolean } | null): boolean {
  return person.hasAccount || organisation?.verified === true
}

/** Who is asking for someone's address and telephone. */
export type Reader = { self: boolean; verified: boolean; accepted: boolean }

/** Whether the contact is shown: to everyone, to people the district knows, or only once a pair was accepted (domain.md, section 6). */
export function showsContact(visibility: ContactVisibility, reader: Reader): boolean {
  if (reader.self || visibility === 'public') return true
  return visibility === 'members' ? reader.verified || reader.accepted : reader.accepted
}
