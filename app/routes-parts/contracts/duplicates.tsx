import type { Suspect } from '~/domain/contracts/read.server'
import { Link, Notice, StateTag, useFormat, useT } from '~/ui'

const words = { title: 'contract.duplicate.title_like', amount: 'contract.duplicate.amount', registration_number: 'contract.duplicate.registration_number' } as const

/** Contracts that may be the same one, before anything is reported or registered. */
export function Duplicates({ suspects, base }: { suspects: Suspect[]; base: string }) {
  const t = useT()
  const format = useFormat()
  if (suspects.length === 0) return null
  return (
    <Notice className="mt-4 text-sm" title={<StateTag tone="wait">{t('contract.duplicate.title')}</StateTag>}>
      <ul>
        {suspects.map(({ why, contract }) => (
          <li key={contract.id} className="mt-1">
            {t(words[why], { date: format.date(contract.signedOn) })}
            <br />
            <Link to={`${base}/${contract.id}`}>{[contract.number, contract.projectName].filter(Boolean).join(' ')}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
