import type { ApplicationState } from '#prisma/client'
import type { ApplicationRecord } from './repo.server'
import type { ApplicationRow } from './side-repo.server'
import type { TargetKind } from './schema'

/** A row of a list: who applies to what, where it stands. Amounts in 元 as text, times in RFC 3339. */
export type ApplicationSummary = {
  id: string
  number: string
  state: ApplicationState
  applicant: string
  employer: string | null
  broker: string | null
  cost: string | null
  submittedAt: string | null
  updatedAt: string
  reason: string | null
  target: { kind: TargetKind; address: string; title: string; owner: string; deadline: string | null }
}

const iso = (value: Date | null) => value?.toISOString() ?? null

type Named = { need: { number: string; title: string; deadline: Date; organisation: { name: string } } | null; scenario: { serial: string | null; title: string; closesAt: Date | null; lead: { name: string } } | null }

function targetLine({ need, scenario }: Named): ApplicationSummary['target'] {
  if (need) return { kind: 'need', address: need.number, title: need.title, owner: need.organisation.name, deadline: need.deadline.toISOString() }
  return { kind: 'scenario', address: scenario?.serial ?? '', title: scenario?.title ?? '', owner: scenario?.lead.name ?? '', deadline: iso(scenario?.closesAt ?? null) }
}

type Source = Named & Pick<ApplicationRow, 'id' | 'number' | 'state' | 'cost' | 'submittedAt' | 'updatedAt' | 'reason'> & {
  person: { name: string; organisation: { name: string } | null } | null
  organisation: { name: string } | null
  broker: { name: string } | null
}

export function applicationSummary(row: Source): ApplicationSummary {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    applicant: row.organisation?.name ?? row.person?.name ?? '',
    employer: row.organisation ? null : (row.person?.organisation?.name ?? null),
    broker: row.broker?.name ?? null,
    cost: row.cost?.toFixed(2) ?? null,
    submittedAt: iso(row.submittedAt),
    updatedAt: row.updatedAt.toISOString(),
    reason: row.reason,
    target: targetLine(row),
  }
}

/** An application, whole. */
export type ApplicationView = Omit<ApplicationSummary, 'broker'> & {
  version: number
  approach: string
  team: string
  startsOn: string | null
  endsOn: string | null
  iprProposal: string
  conditions: string
  noControl: boolean
  termsAccepted: boolean
  decidedAt: string | null
  broker: { name: string; number: string } | null
  /** One line a published criterion, in its order. */
  evidence: { criterionId: string; name: string; description: string; weight: number; text: string }[]
  phases: { phase: number; decision: 'proceed' | 'stop' | null; reason: string | null; decidedAt: string | null }[]
  parallel: boolean
}

export function applicationView(record: ApplicationRecord): ApplicationView {
  const { approach, team, startsOn, endsOn, iprProposal, conditions, noControl, termsAccepted, version } = record
  const texts = new Map(record.evidence.map(({ criterionId, text }) => [criterionId, text]))
  return {
    ...applicationSummary(record),
    approach, team, startsOn, endsOn, iprProposal, conditions, noControl, termsAccepted, version,
    decidedAt: iso(record.decidedAt),
    broker: record.broker && { name: record.broker.name, number: record.broker.number },
    evidence: (record.need?.criteria ?? []).map(({ id, name, description, weight }) => ({ criterionId: id, name, description, weight, text: texts.get(id) ?? '' })),
    phases: record.phases.map(({ phase, decision, reason, decidedAt }) => ({ phase, decision, reason, decidedAt: iso(decidedAt) })),
    parallel: record.need?.selection === 'parallel',
  }
}
