import { isMessageKey } from '~/i18n'
import { ChangeLog, Facts, Part, ProseText, StateTag, useFormat, useT, type Change } from '~/ui'

type Scenario = {
  kind: 'planning' | 'infrastructure' | 'resources' | 'public_service' | 'solution_selection' | 'event' | 'franchise' | 'market_adoption'
  side: 'government' | 'enterprise'
  landing: 'reserve' | 'in_contact' | 'in_progress' | 'landed' | 'shelved'
  leadName: string
  responsible: { id: string; name: string }[]
  budgetMin: string | null
  budgetMax: string | null
  opensAt: string | null
  closesAt: string | null
  contact: { name: string; phone: string } | null
  summary: string
  body: string
  technologies: string[]
  referenceCases: string
  resources: string
  versions: { at: string; changed: string[]; fields: Record<string, string | null> }[]
  steps: { at: string; to: string; reason: string | null; actor: string | null }[]
}

/** The facts at the side: how much, who, where, until when. */
export function ScenarioFacts({ scenario, field, area }: { scenario: Scenario; field: string; area: string }) {
  const t = useT()
  const format = useFormat()
  const budget = scenario.budgetMin || scenario.budgetMax ? format.wanRange(scenario.budgetMin, scenario.budgetMax) : t('scenario.fact.budget.free')
  const window = scenario.closesAt
    ? [scenario.opensAt && format.date(new Date(scenario.opensAt)), format.dateTime(new Date(scenario.closesAt), { zone: true })].filter(Boolean).join(' — ')
    : t('scenario.fact.window.open_ended')
  return (
    <Facts
      items={[
        { term: t('scenario.fact.budget'), detail: <b>{budget}</b> },
        { term: t('scenario.field.kind'), detail: t(`opportunity.${scenario.kind}`), note: t(`side.${scenario.side}`) },
        { term: t('scenario.field.leadId'), detail: scenario.leadName },
        { term: t('scenario.field.responsibleIds'), detail: scenario.responsible.length > 0 ? scenario.responsible.map((unit) => unit.name).join('、') : t('common.none') },
        { term: t('scenario.field.areaKey'), detail: area },
        { term: t('scenario.field.field'), detail: field },
        { term: t('scenario.fact.window'), detail: window },
        { term: t('scenario.part.landing'), detail: <StateTag tone={scenario.landing === 'landed' ? 'done' : scenario.landing === 'shelved' ? 'shut' : 'open'}>{t(`landing.${scenario.landing}`)}</StateTag> },
        { term: t('scenario.field.contactName'), detail: scenario.contact ? `${scenario.contact.name} ${scenario.contact.phone}` : t('scenario.fact.contact.hidden') },
      ]}
    />
  )
}

/** The text with its side-heads, and what changed since publication. */
export function ScenarioText({ scenario }: { scenario: Scenario }) {
  const t = useT()
  return (
    <>
      <Part title={t('scenario.part.body')}>
        <ProseText text={scenario.body.startsWith(scenario.summary) ? scenario.body : `${scenario.summary}\n\n${scenario.body}`} />
      </Part>
      {scenario.technologies.length > 0 && (
        <Part title={t('scenario.part.technologies')}>
          <ProseText text={scenario.technologies.map((line) => `- ${line}`).join('\n')} />
        </Part>
      )}
      {scenario.resources && (
        <Part title={t('scenario.part.resources')}>
          <ProseText text={scenario.resources} />
        </Part>
      )}
      {scenario.referenceCases && (
        <Part title={t('scenario.part.cases')}>
          <ProseText text={scenario.referenceCases} />
        </Part>
      )}
      <Part title={t('scenario.part.log')}>
        <ScenarioLog scenario={scenario} />
      </Part>
    </>
  )
}

/** Steps and changes of the text, newest first; a change names its fields with the old words struck out. */
function ScenarioLog({ scenario }: { scenario: Scenario }) {
  const t = useT()
  const present: Record<string, unknown> = { ...scenario }
  const words = (name: string) => (isMessageKey(`scenario.field.${name}`) ? t(`scenario.field.${name}` as 'scenario.field.title') : name)
  const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}……` : text)
  const changes: Change[] = scenario.versions.map((version, index) => {
    const after = index === 0 ? present : (scenario.versions[index - 1]?.fields ?? {})
    const shown = (value: unknown) => short(Array.isArray(value) ? value.join('、') : String(value ?? ''))
    return { at: new Date(version.at), parts: version.changed.flatMap((name) => [`${words(name)} `, { del: short(version.fields[name] ?? '') }, ' → ', { ins: shown(after[name]) }, '；']) }
  })
  const steps: Change[] = scenario.steps.map((step) => ({ at: new Date(step.at), parts: [isMessageKey(`scenario.state.${step.to}`) ? t(`scenario.state.${step.to}` as 'scenario.state.draft') : step.to, step.actor ? `（${step.actor}）` : '', step.reason ? `：${step.reason}` : ''] }))
  return <ChangeLog items={[...changes, ...steps].sort((a, b) => b.at.getTime() - a.at.getTime())} />
}
