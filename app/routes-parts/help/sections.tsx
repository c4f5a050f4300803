import type { MessageKey, MessageParams } from '~/i18n'
import { Keep, ProseText, useT } from '~/ui'

type LinkName = 'register' | 'login' | 'workspace' | 'organisation' | 'new_need' | 'scenarios' | 'needs' | 'search' | 'contracts' | 'statistics' | 'csv' | 'api' | 'bureau' | 'accounts' | 'settings' | 'audit'

const paths: Record<LinkName, string> = {
  register: '/register', login: '/login', workspace: '/workspace', organisation: '/workspace/organisation/new', new_need: '/workspace/needs/new', scenarios: '/scenarios', needs: '/needs', search: '/search',
  contracts: '/workspace/contracts', statistics: '/statistics', csv: '/statistics.csv', api: '/api/docs', bureau: '/bureau', accounts: '/bureau/accounts', settings: '/bureau/settings', audit: '/bureau/audit',
}

/** The roles in the order in which people come, each with its first links. */
const roles = {
  visitor: ['scenarios', 'needs', 'search', 'register'],
  enterprise: ['register', 'organisation', 'new_need'],
  researcher: ['register', 'workspace', 'needs'],
  institute: ['register', 'organisation', 'workspace'],
  broker: ['register', 'workspace'],
  reviewer: ['bureau'],
  publisher: ['login', 'workspace'],
  administrator: ['bureau', 'accounts', 'settings', 'audit'],
} as const satisfies Record<string, readonly LinkName[]>

/** The sections that are one text each; their ids are what the rest of the portal links to. */
export const plainSections = { need: ['organisation', 'new_need'], apply: ['needs', 'scenarios'], questions: ['needs'], contract: ['contracts', 'statistics'] } as const satisfies Record<string, readonly LinkName[]>
export const lastSections = { feeds: ['search', 'api', 'csv'], accessibility: [], contact: [] } as const satisfies Record<string, readonly LinkName[]>
export type PlainSection = keyof typeof plainSections | keyof typeof lastSections

export function HelpLinks({ names }: { names: readonly LinkName[] }) {
  const t = useT()
  if (names.length === 0) return null
  return <p className="mt-2"><Keep links={names.map((name) => ({ to: paths[name], label: t(`help.link.${name}`) }))} /></p>
}

/** What to do first, by role. */
export function FirstSteps({ params }: { params: MessageParams }) {
  const t = useT()
  return (
    <>
      <p>{t('help.roles.lead')}</p>
      {(Object.keys(roles) as (keyof typeof roles)[]).map((role) => (
        <section key={role} className="mt-5" aria-labelledby={`role-${role}`}>
          <h3 id={`role-${role}`} className="mb-1 font-bold">{t(`help.role.${role}`)}</h3>
          <ProseText text={t(`help.role.${role}.body`, params)} />
          <HelpLinks names={roles[role]} />
        </section>
      ))}
    </>
  )
}

export function PlainText({ name, params }: { name: PlainSection; params: MessageParams }) {
  const t = useT()
  return (
    <>
      <ProseText text={t(`help.${name}.body` as MessageKey, params)} />
      <HelpLinks names={{ ...plainSections, ...lastSections }[name]} />
    </>
  )
}

/** How the search reads what was typed, with two examples to press. */
export function SearchHelp() {
  const t = useT()
  const examples = [t('help.search.example.quoted'), t('help.search.example.minus')]
  return (
    <>
      <ProseText text={t('help.search.body')} />
      <p className="mt-4 mb-1 font-bold">{t('help.search.examples')}</p>
      <Keep links={examples.map((q) => ({ to: `/search?${new URLSearchParams({ q }).toString()}`, label: q }))} />
    </>
  )
}
