import type { Standing } from '~/domain/statistics/targets.server'
import { Meter, Quad, TwoMeasures, useUi, type QuadItem } from '~/ui'
import { drill } from './drill'
import { valueWords, verdictOf } from './words'

/** The two targets of a period, each with what is missing, what it takes and what waits. `staff` opens the rows behind a figure. */
export function Targets({ standings, staff, today, since }: { standings: Standing[]; staff: boolean; today: string; since: string }) {
  return (
    <TwoMeasures>
      {standings.map((standing) => <TargetMeter key={standing.id} standing={standing} staff={staff} today={today} since={since} />)}
    </TwoMeasures>
  )
}

function TargetMeter({ standing, staff, today, since }: { standing: Standing; staff: boolean; today: string; since: string }) {
  const { t, format } = useUi()
  const { measure, period } = standing
  const count = measure === 'count'
  const years = [period.from, period.to].map((day) => day.slice(0, 4))
  const big = (value: string) => (count ? format.count(value) : format.inYi(value, 2))
  const small = (value: string) => (count ? format.count(value) : format.inWan(value, 0))
  const unit = t(count ? 'statistics.unit.item' : 'statistics.unit.yi')
  const smallUnit = t(count ? 'statistics.unit.item' : 'statistics.unit.wan')
  const target = count ? format.count(standing.target) : format.inYi(standing.target, 0)
  const counted = { ...period, counted: 'on' }
  const waits = standing.waitingCounted ? 'statistics.quad.waiting.counted' : 'statistics.quad.waiting.apart'
  const quad: QuadItem[] = [
    { term: t('statistics.quad.missing'), value: small(standing.missing), unit: smallUnit },
    { term: t('statistics.quad.weekly'), value: standing.weekly === null ? t('ui.none') : small(standing.weekly), unit: standing.weekly === null ? undefined : smallUnit },
    { term: t('statistics.quad.recent'), value: small(standing.recent), unit: smallUnit, to: staff ? drill({ from: since, to: today, counted: 'on' }) : undefined },
    { term: t(waits), value: small(standing.waiting), unit: smallUnit, to: staff ? drill({ ...period, state: 'waiting' }) : undefined },
  ]
  return (
    <Meter
      tall
      id={`target-${standing.id}`}
      title={t(`statistics.measure.${measure}`)}
      name={t(`statistics.measure.${measure}`)}
      period={years[0] === years[1] ? years[0] : t('statistics.period', { from: years[0] ?? '', to: years[1] ?? '' })}
      value={big(standing.current)}
      unit={`${t('statistics.of', { target })} ${unit}`}
      percent={format.percent(standing.share)}
      to={staff ? drill(counted) : undefined}
      verdict={verdictOf(standing, t, format)}
      valueText={valueWords(standing, standing.current, t, format)}
      targetText={valueWords(standing, standing.target, t, format)}
      share={standing.share}
      paceShare={standing.paceShare}
      paceLabel={valueWords(standing, standing.pace, t, format)}
    >
      <Quad items={quad} />
    </Meter>
  )
}
