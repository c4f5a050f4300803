import type { Fit } from '~/domain/matching/fits.server'
import { Note, Section, useT } from '~/ui'
import { FitRows } from '../matching/fits'
import { MatchRows, type MatchRowData } from '../matching/rows'

/** The needs and scenarios that a result may answer: those its owner was told of, then those that fit by the score. */
export function ResultAnswers({ told, fits }: { told: MatchRowData[]; fits: Fit[] }) {
  const t = useT()
  return (
    <Section id="answers" title={t('match.result.title')}>
      {told.length + fits.length === 0 && <p className="mt-2">{t('match.result.none')}</p>}
      {told.length > 0 && <MatchRows rows={told} show="target" to={(row) => `/workspace/matches/${row.id}`} />}
      {fits.length > 0 && (
        <>
          <Note className="mt-2">{t('match.fit.note')}</Note>
          <FitRows fits={fits} result />
        </>
      )}
    </Section>
  )
}
