import type { Fit } from '~/domain/matching/fits.server'
import { ResultList, ResultRow, useUi } from '~/ui'
import { kindOf } from './rows'

/** Open needs and scenarios that may interest the reader, each with the reasons; `result` leaves out which of theirs fits. */
export function FitRows({ fits, result }: { fits: Fit[]; result?: boolean }) {
  const { t, locale } = useUi()
  const why = ({ reasons, candidateKind, candidate }: Fit) => [...reasons.map(({ key, params }) => t(key, params)), result || candidateKind === 'person' || candidateKind === 'broker' ? '' : t('match.fit.by', { kind: t(`kind.${kindOf[candidateKind]}`), name: candidate })].filter(Boolean).join(locale === 'en' ? '; ' : '；')
  return (
    <ResultList>
      {fits.map((fit) => (
        <ResultRow key={fit.targetId} kind={t(`kind.${fit.kind}`)} number={fit.number} to={fit.path} title={fit.title} line={[fit.owner]} amount={t('match.score', { score: fit.score })} deadline={fit.deadline ? new Date(fit.deadline) : null}>
          <p className="mt-1 text-sm text-ink-soft">{why(fit)}</p>
        </ResultRow>
      ))}
    </ResultList>
  )
}
