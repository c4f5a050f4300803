import type { ContractDetail } from '~/domain/contracts/read.server'
import type { MessageKey } from '~/i18n'
import { contractStates } from '~/domain/contracts/schema'
import { DataTable, Facts, Link, Part, StateTag, useFormat, useT } from '~/ui'
import { useDue } from './row'

/** What one wants to know first of a contract, at its side. */
export function ContractFacts({ contract, base, imported }: { contract: ContractDetail; base: string; /** The table that it came by; shown to the bureau. */ imported?: { id: string; fileName: string; line: number } | null }) {
  const t = useT()
  const format = useFormat()
  const due = useDue()(contract.reviewDueOn)
  const day = (value: string | null) => value && format.date(value, { year: true })
  const second = contract.second ? (contract.firstReviewed ? 'contract.fact.second.first_done' : 'contract.fact.second.two') : 'contract.fact.second.one'
  return (
    <Facts
      items={[
        { term: t('contract.field.totalAmount'), detail: contract.pending ? t('contract.pending') : contract.totalAmount && format.yuanUnit(contract.totalAmount) },
        { term: t('contract.field.technologyAmount'), detail: contract.technologyAmount && format.yuanUnit(contract.technologyAmount) },
        due && { term: t('contract.fact.due'), detail: day(contract.reviewDueOn), note: <StateTag tone={due.tone}>{due.text}</StateTag> },
        { term: t('contract.fact.second'), detail: t(second), note: contract.disputed ? t('contract.fact.disputed') : undefined },
        { term: t('contract.fact.registration'), detail: contract.registrationNumber },
        { term: t('contract.fact.office'), detail: contract.registrationOffice },
        { term: t('contract.fact.registered'), detail: day(contract.registeredOn) },
        { term: t('contract.fact.terminated'), detail: day(contract.terminatedOn) },
        contract.mergedInto && { term: t('contract.fact.merged'), detail: <Link to={`${base}/${contract.mergedInto.number ?? contract.mergedInto.id}`}>{contract.mergedInto.number ?? contract.mergedInto.projectName}</Link> },
        imported ? { term: t('contract.fact.imported'), detail: <Link to={`/bureau/contracts/import/${imported.id}?show=all#rows`}>{imported.fileName}</Link>, note: t('contract.fact.imported.line', { line: imported.line }) } : null,
        { term: t('contract.fact.rules'), detail: t('contract.fact.rules.version', { version: contract.ruleVersion }) },
      ]}
    />
  )
}

/** What the amounts were, what was to be corrected, and every step with its date, actor and reason. */
export function ContractStory({ contract }: { contract: ContractDetail }) {
  const t = useT()
  const format = useFormat()
  const amount = (value: string | null) => (value === null ? t('contract.pending') : format.yuan(value))
  const stateName = (state: string) => {
    const known = contractStates.find((one) => one === state)
    return known ? t(`contract.state.${known}`) : state
  }
  return (
    <>
      {contract.amounts.length > 0 && (
        <Part title={t('contract.part.amount_history')} id="amounts">
          <DataTable
            hideCaption
            caption={t('contract.part.amount_history')}
            columns={[
              { key: 'from', head: t('contract.amounts.effective'), cell: (row) => format.date(row.effectiveOn, { year: true }) },
              { key: 'total', head: t('contract.field.totalAmount'), align: 'right', cell: (row) => amount(row.totalAmount) },
              { key: 'technology', head: t('contract.field.technologyAmount'), align: 'right', cell: (row) => amount(row.technologyAmount) },
              { key: 'reason', head: t('contract.field.reason'), cell: (row) => row.reason || t('contract.amounts.original') },
            ]}
            rows={contract.amounts}
            rowKey={(row) => `${row.effectiveOn} ${row.totalAmount} ${row.technologyAmount} ${row.reason}`}
          />
        </Part>
      )}
      {contract.corrections.length > 0 && (
        <Part title={t('contract.part.corrections')} id="corrections">
          <Facts items={contract.corrections.map((item) => ({ term: t(`contract.field.${item.field}` as MessageKey), detail: item.note, note: `${format.date(item.at)}　${t(item.resolved ? 'contract.resolved' : 'contract.unresolved')}` }))} />
        </Part>
      )}
      <Part title={t('contract.part.history')} id="history">
        <ol className="log">
          {contract.steps.map((step) => (
            <li key={`${step.at} ${step.to}`}>
              <time dateTime={step.at}>{format.date(step.at)}</time>
              <span>
                {t('contract.history.step', { actor: step.actor, state: stateName(step.to) })}
                {step.reason && <span className="block text-sm text-ink-soft">{step.reason}</span>}
              </span>
            </li>
          ))}
        </ol>
      </Part>
    </>
  )
}
