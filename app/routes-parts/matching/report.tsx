import type { Spread } from '~/domain/matching/assign'
import type { PartFigures } from '~/domain/matching/disagreement'
import { isMessageKey } from '~/i18n'
import { DataTable, Note, StateTag, useFormat, useT, type Tone } from '~/ui'

const tones: Record<PartFigures['separates'], Tone> = { well: 'open', some: 'done', none: 'shut', against: 'late' }

/** What each part of the score is worth to tell taken pairs from refused ones. */
export function PartsTable({ parts, whole, older }: { parts: PartFigures[]; whole: PartFigures; older: number }) {
  const t = useT()
  const tenth = (value: number) => value.toFixed(1)
  const hundredth = (value: number) => value.toFixed(2)
  return (
    <>
      <div className="mt-3">
        <DataTable
          caption={t('match.report.parts')}
          hideCaption
          rows={[...parts, whole]}
          rowKey={({ part }) => part}
          columns={[
            { key: 'part', head: t('match.report.part'), cell: ({ part }) => <span className="whitespace-nowrap">{isMessageKey(`match.part.${part}`) ? t(`match.part.${part}` as 'match.part.text') : part === 'whole' ? t('match.report.whole') : part}</span> },
            { key: 'taken', head: t('match.report.taken'), align: 'right', cell: ({ taken, max }) => t('ui.match.share', { points: tenth(taken), max }) },
            { key: 'refused', head: t('match.report.refused'), align: 'right', cell: ({ refused, max }) => t('ui.match.share', { points: tenth(refused), max }) },
            { key: 'area', head: t('match.report.area'), align: 'right', cell: ({ area, margin }) => `${hundredth(area)} ± ${hundredth(margin)}` },
            { key: 'separates', head: t('match.report.separates'), cell: ({ separates }) => <StateTag tone={tones[separates]}>{t(`match.report.separates.${separates}`)}</StateTag> },
          ]}
        />
      </div>
      <Note className="mt-2">{t('match.report.parts.note')}{older > 0 && t('match.report.older', { count: older })}</Note>
    </>
  )
}

type Reason = { state: 'taken' | 'declined' | 'excluded'; why: string | null; count: number }

/** How often each reason was given. */
export function ReasonsTable({ reasons }: { reasons: Reason[] }) {
  const t = useT()
  const format = useFormat()
  const word = ({ state, why }: Reason) => {
    const key = `match.why.${state === 'taken' ? 'yes' : 'no'}.${why}`
    return isMessageKey(key) ? t(key) : t(state === 'excluded' ? 'match.report.own_words' : 'match.why.none')
  }
  return (
    <div className="mt-3">
      <DataTable
        caption={t('match.report.reasons')}
        hideCaption
        rows={reasons}
        rowKey={({ state, why }) => `${state} ${why}`}
        columns={[
          { key: 'why', head: t('common.reason'), cell: word },
          { key: 'state', head: t('match.fact.state'), cell: ({ state }) => t(`match.report.said.${state}`) },
          { key: 'count', head: t('match.report.pairs'), align: 'right', cell: ({ count }) => format.count(count) },
        ]}
      />
    </div>
  )
}

/** The choice that each target would make alone beside the one that is made for all: what it costs, and what it brings. */
export function FairnessTable({ fairness: { most, alone, fair } }: { fairness: { most: number; alone: Spread; fair: Spread } }) {
  const t = useT()
  const format = useFormat()
  if (fair.targets === 0) return <p className="mt-2">{t('match.report.fairness.none')}</p>
  const share = (value: number, of: number) => format.percent(of === 0 ? 0 : value / of)
  const rows = [
    { key: 'sum', name: t('match.report.fairness.sum'), value: ({ sum }: Spread) => format.count(Math.round(sum)) },
    { key: 'pairs', name: t('match.report.fairness.pairs'), value: ({ pairs }: Spread) => format.count(pairs) },
    { key: 'most', name: t('match.report.fairness.most'), value: (spread: Spread) => format.count(spread.most) },
    { key: 'gini', name: t('match.report.fairness.gini'), value: ({ gini }: Spread) => gini.toFixed(2) },
    { key: 'candidates', name: t('match.report.fairness.candidates'), value: ({ candidates }: Spread) => format.count(candidates) },
    { key: 'without', name: t('match.report.fairness.without'), value: ({ without, targets }: Spread) => `${format.count(without)} / ${format.count(targets)}` },
  ]
  return (
    <>
      <p className="mt-2">{t('match.report.fairness.lead', { targets: format.count(fair.targets), most, cost: share(alone.sum - fair.sum, alone.sum) })}</p>
      <div className="mt-3">
        <DataTable
          caption={t('match.report.fairness')}
          hideCaption
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'name', head: t('match.report.fairness.figure'), cell: ({ name }) => name },
            { key: 'alone', head: t('match.report.fairness.alone'), align: 'right', cell: ({ value }) => value(alone) },
            { key: 'fair', head: t('match.report.fairness.fair'), align: 'right', cell: ({ value }) => value(fair) },
          ]}
        />
      </div>
      <Note className="mt-2">{t('match.report.fairness.note')}</Note>
    </>
  )
}
