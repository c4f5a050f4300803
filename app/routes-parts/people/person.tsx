import type { ContactVisibility } from '~/domain/people/schema'
import { Facts, NearList, Part, ProseText, StateTag, useFormat, useT } from '~/ui'
import { OrganisationLink } from '../organisations/detail'

export type PersonDetail = {
  organisation: { id: string; name: string; public: boolean } | null
  fields: string[]
  disciplines: string[]
  keywords: string[]
  languages: string[]
  projects: string[]
  summary: string
  available: boolean
  availableFrom: string | null
  maxLoad: number
  contactVisibility: ContactVisibility
  contact: { email: string | null; phone: string | null } | null
}
export type Names = { fields: Record<string, string>; disciplines: Record<string, string> }

/** What someone is good at, when they have time, and how to reach them; a contact that is not shown says what opens it. */
export function PersonFacts({ person, names, own }: { person: PersonDetail; names: Names; own?: boolean }) {
  const t = useT()
  const format = useFormat()
  const { contact } = person
  const reach = contact ? [contact.email, contact.phone].filter((one) => one !== null).join('　') || (own ? t('person.contact.none') : '') : t(`person.contact.shut.${person.contactVisibility}`)
  const when = person.available ? t('match.check.available.now') : person.maxLoad === 0 || !person.availableFrom ? t('person.unavailable') : t('match.check.available', { date: format.date(new Date(person.availableFrom), { year: true }) })
  return (
    <Facts
      items={[
        person.organisation && { term: t('match.fact.organisation'), detail: <OrganisationLink organisation={person.organisation} /> },
        { term: t('search.facet.field'), detail: person.fields.map((code) => names.fields[code] ?? code).join('、') },
        { term: t('person.field.disciplines'), detail: person.disciplines.map((code) => names.disciplines[code] ?? code).join('、') },
        { term: t('directory.keywords'), detail: person.keywords.join('、') },
        { term: t('directory.available'), detail: when, note: person.maxLoad > 0 ? t('person.load', { max: person.maxLoad }) : undefined },
        { term: t('directory.languages'), detail: person.languages.join('、') },
        { term: t('person.contact'), detail: reach, note: own ? t('person.contact.for', { who: t(`person.visibility.${person.contactVisibility}`) }) : undefined },
      ]}
    />
  )
}

type Result = { number: string; title: string; trl: number; owner: { name: string } | null }

/** What someone says of themselves, their projects and results. */
export function PersonText({ person, results }: { person: PersonDetail; results: Result[] }) {
  const t = useT()
  return (
    <>
      <Part title={t('directory.summary')}><ProseText text={person.summary} /></Part>
      {person.projects.length > 0 && <Part title={t('directory.projects')}><ProseText text={person.projects.map((line) => `- ${line}`).join('\n')} /></Part>}
      {results.length > 0 && <Part title={t('directory.achievements')}><ResultLinks results={results} /></Part>}
    </>
  )
}

/** Results in one short list, with maturity and owner. */
export function ResultLinks({ results }: { results: Result[] }) {
  return <NearList items={results.map((one) => ({ to: `/achievements/${one.number}`, title: one.title, line: [`TRL ${one.trl}`, one.owner?.name ?? ''].filter(Boolean) }))} />
}

export function ListedTag({ listed }: { listed: boolean }) {
  const t = useT()
  return <StateTag tone={listed ? 'open' : 'shut'}>{t(listed ? 'person.listed' : 'person.unlisted')}</StateTag>
}
