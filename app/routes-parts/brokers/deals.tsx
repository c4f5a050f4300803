import type { ApplicationSummary } from '~/domain/applications/view'
import type { ContractRow as Contract } from '~/domain/contracts/view'
import { EmptyState, Keep, ResultList, Section, useT } from '~/ui'
import { ApplicationRows } from '../applications/rows'
import { ContractRow } from '../contracts/row'
import { MatchRows, type MatchRowData } from '../matching/rows'

type Props = { applications: ApplicationSummary[]; pairs: MatchRowData[]; contracts: Contract[]; active: boolean }

/** So many contracts stand here; the list of contracts has them all. */
const shown = 5

/** The deals that name the broker, from the pair over the application to the contract. */
export function BrokerDeals({ applications, pairs, contracts, active }: Props) {
  const t = useT()
  if (applications.length + pairs.length + contracts.length === 0) {
    return (
      <Section id="deals" title={t('broker.deals')}>
        <EmptyState title={t('broker.deals.empty')}>{t(active ? 'broker.deals.empty.next' : 'broker.deals.empty.later')}</EmptyState>
      </Section>
    )
  }
  const suited = pairs.filter(({ candidate }) => candidate.kind === 'broker')
  const accompanied = pairs.filter(({ candidate }) => candidate.kind !== 'broker')
  const all = contracts.length > shown ? <Keep links={[{ to: '/workspace/contracts', label: t('broker.deals.contracts.all', { n: contracts.length }) }]} /> : undefined
  return (
    <>
      {pairs.length > 0 && <Section id="pairs" title={t('broker.deals.pairs')}>{[suited, accompanied].map((rows, index) => rows.length > 0 && <MatchRows key={index} rows={rows} show={rows === suited ? 'target' : 'both'} to={(row) => `/workspace/matches/${row.id}`} />)}</Section>}
      {applications.length > 0 && <Section id="applications" title={t('broker.deals.applications')}><ApplicationRows rows={applications} show="target" /></Section>}
      {contracts.length > 0 && (
        <Section id="contracts" title={t('broker.deals.contracts')} actions={all}>
          <ResultList>
            {contracts.slice(0, shown).map((contract) => <ContractRow key={contract.id} contract={contract} base="/workspace/contracts" />)}
          </ResultList>
        </Section>
      )}
    </>
  )
}
