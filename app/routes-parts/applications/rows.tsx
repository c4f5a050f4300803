import type { ApplicationSummary } from '~/domain/applications/view'
import { ResultList, ResultRow, StateTag, useFormat, useT, type Tone } from '~/ui'

export const applicationTone: Record<ApplicationSummary['state'], Tone> = { draft: 'shut', submitted: 'wait', returned: 'soon', under_review: 'wait', shortlisted: 'open', selected: 'done', not_selected: 'shut', withdrawn: 'shut' }

/** Applications in a list: who applies to what, for how much, where it stands. `here` on the page of the target itself, whose title it need not say again. */
export function ApplicationRows({ rows, show = 'applicant', here }: { rows: ApplicationSummary[]; show?: 'applicant' | 'target'; here?: boolean }) {
  const t = useT()
  const format = useFormat()
  return (
    <ResultList>
      {rows.map((row) => (
        <ResultRow
          key={row.id}
          kind={t('kind.application')}
          number={row.number}
          to={`/workspace/applications/${row.number}`}
          title={show === 'applicant' ? row.applicant : row.target.title}
          line={show === 'applicant' ? [row.employer, here ? null : row.target.title].filter((part) => part !== null) : [t(`kind.${row.target.kind}`), row.target.owner]}
          amount={row.cost ? format.wan(row.cost) : null}
          state={<StateTag tone={applicationTone[row.state]}>{t(`application.state.${row.state}`)}</StateTag>}
          date={row.submittedAt ? format.date(new Date(row.submittedAt)) : undefined}
        >
          {row.broker && <p className="text-sm text-ink-soft">{t('application.row.broker', { name: row.broker })}</p>}
        </ResultRow>
      ))}
    </ResultList>
  )
}
