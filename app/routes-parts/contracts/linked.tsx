import type { ContractState } from '~/domain/contracts/schema'
import { Link, Part, StateTag, useT } from '~/ui'
import { stateTone } from './row'

export type LinkedContract = { id: string; number: string | null; projectName: string; state: ContractState }

/** The contracts that came of this need, scenario, application or pair; nothing where there is none. */
export function LinkedContracts({ contracts, base = '/workspace/contracts' }: { contracts: LinkedContract[]; base?: string }) {
  const t = useT()
  if (contracts.length === 0) return null
  return (
    <Part title={t('contract.linked')} id="contracts">
      <ul className="grid gap-2">
        {contracts.map((contract) => (
          <li key={contract.id}>
            <Link to={`${base}/${contract.number ?? contract.id}`}>{`${contract.number ?? ''} ${contract.projectName}`.trim()}</Link> <StateTag tone={stateTone[contract.state]}>{t(`contract.state.${contract.state}`)}</StateTag>
          </li>
        ))}
      </ul>
    </Part>
  )
}
