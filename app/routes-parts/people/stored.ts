import type { PersonTexts } from './form'

type Stored = {
  name: string; title: string; organisationId: string | null; fields: string[]; disciplines: string[]; keywords: string[]; summary: string; projects: string[]; languages: string[]
  availableFrom: string | null; maxLoad: number; contact: { email: string | null; phone: string | null } | null; contactVisibility: string; listed: boolean
}

/** A stored profile as its form shows it. */
export function storedPerson(person: Stored): PersonTexts {
  const { name, title, fields, disciplines, keywords, summary, projects, languages, contact } = person
  return {
    fields,
    disciplines,
    texts: {
      name, title, summary, organisationId: person.organisationId ?? '', keywords: keywords.join('、'), projects: projects.join('\n'), languages: languages.join('\n'), availableFrom: person.availableFrom ?? '', maxLoad: String(person.maxLoad),
      contactEmail: contact?.email ?? '', contactPhone: contact?.phone ?? '', contactVisibility: person.contactVisibility, listed: person.listed ? 'on' : '',
    },
  }
}

/** What a new profile starts from: listed, its contact shown once a pair was accepted. */
export function newPerson(texts: Record<string, string>): PersonTexts {
  return { fields: [], disciplines: [], texts: { maxLoad: '3', contactVisibility: 'on_acceptance', listed: 'on', ...texts } }
}
