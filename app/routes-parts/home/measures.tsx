import { Decimal } from '~/domain/kernel/money'
import type { Standing } from '~/domain/statistics/targets.server'
import { Meter, MeasureHead, Note, Ruler, useFormat, useLocale, useT, YearGrid, type Tone } from '~/ui'

type Counter = { year: number; plan: number; published: number; inReview: number; toCollect: number; due: number; batches: { batch: number; count: number }[] }
type Targets = { count: Standing | null; amount: Standing | null }

const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** The year's scenarios as ticks, and the two targets as bars with their pace line. */
export function HomeMeasures({ counter, targets }: { counter: Counter; targets: Targets }) {
  const t = useT()
  const format = useFormat()
  const zh = useLocale() === 'zh-CN'
  const lead = counter.published - counter.due
  const verdict = lead === 0 ? { tone: 'done' as Tone, text: t('home.on_pace') } : lead > 0 ? { tone: 'ahead' as Tone, text: t('home.ahead', { n: lead }) } : { tone: 'late' as Tone, text: t('home.behind', { n: -lead }) }
  return (
    <YearGrid>
      <section className="meter" aria-labelledby="measure-scenarios">
        <MeasureHead id="measure-scenarios" to={`/scenarios?year=${counter.year}`} title={t('home.scenarios')} period={t('home.scenarios.period', { year: counter.year })} value={format.count(counter.published)} unit={t('home.scenarios.unit', { plan: counter.plan })} verdict={{ ...verdict, note: t('home.due', { n: counter.due }) }} />
        <Ruler batches={counter.batches.map(({ batch, count }) => ({ label: t('home.batch', { n: zh ? (chinese[batch - 1] ?? batch) : batch }), count }))} inReview={counter.inReview} target={counter.plan} pace={counter.due} />
      </section>
      {targets.count && <TargetMeter standing={targets.count} />}
      {targets.amount && <TargetMeter standing={targets.amount} />}
    </YearGrid>
  )
}

/** One target: where it stands, where it should, and what it takes. */
export function TargetMeter({ standing }: { standing: Standing }) {
  const t = useT()
  const format = useFormat()
  const count = standing.measure === 'count'
  const behind = standing.lead.startsWith('-')
  const by = standing.lead.replace('-', '')
  const yi = (amount: string, places = 2) => format.inYi(amount, places)
  const wan = (amount: string) => format.wan(new Decimal(amount).div(10_000).round().times(10_000).toFixed(2))
  const verdict = count ? t(behind ? 'home.behind' : 'home.ahead', { n: format.count(by) }) : t(behind ? 'home.amount.behind' : 'home.amount.ahead', { amount: wan(by) })
  const target = count ? format.count(standing.target) : yi(standing.target).replace(/\.0+$|(\.\d*[1-9])0+$/, '$1')
  const pace = count ? format.count(standing.pace) : yi(standing.pace)
  const note = standing.weekly === null ? t('home.reached') : count ? t('home.count.note', { weekly: standing.weekly, recent: standing.recent }) : t('home.amount.note', { weekly: wan(standing.weekly), recent: wan(standing.recent) })
  return (
    <Meter
      id={`measure-${standing.measure}`}
      name={t(`home.${standing.measure}`)}
      title={t(`home.${standing.measure}`)}
      period={t('home.period', { from: standing.period.from.slice(0, 4), to: standing.period.to.slice(0, 4) })}
      to="/statistics"
      value={count ? format.count(standing.current) : yi(standing.current)}
      valueText={count ? t('home.count.value', { n: format.count(standing.current) }) : format.yi(standing.current)}
      targetText={count ? t('home.count.value', { n: target }) : format.yi(standing.target)}
      unit={count ? t('home.count.unit', { target }) : t('home.amount.unit', { target })}
      share={standing.share}
      paceShare={standing.paceShare}
      paceLabel={pace}
      verdict={{ tone: behind ? 'late' : 'ahead', text: verdict }}
    >
      <Note>{note}</Note>
    </Meter>
  )
}
