import { useUi } from './context'

export type Batch = { label: string; count: number }

const pitch = 3
const width = 1.5
const gap = 6
const high = 38

type Run = { start: number; first: number; count: number }

/** Lays runs of ticks side by side with a gap between them; lengths in units of the ruler, `first` counts ticks before the run. */
export function layRuler(counts: number[]): { runs: Run[]; length: number } {
  const runs: Run[] = []
  let at = 0
  let first = 0
  for (const count of counts) {
    runs.push({ start: at, first, count })
    if (count > 0) at += count * pitch + gap
    first += count
  }
  return { runs, length: Math.max(at - gap - (pitch - width), width) }
}

/** The middle of the `nth` tick, or null where there is none. */
export function tickMiddle(runs: Run[], nth: number): number | null {
  const run = runs.find((candidate) => nth > candidate.first && nth <= candidate.first + candidate.count)
  return run ? run.start + (nth - run.first - 1) * pitch + width / 2 : null
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`

function ticks(run: Run, top: number, marked: boolean): string {
  return Array.from({ length: run.count }, (_, index) => {
    const x = run.start + index * pitch
    const y = marked && (run.first + index + 1) % 10 === 0 ? 4 : top
    return `M${x} ${y}h${width}V${high}h-${width}z`
  }).join('')
}

type RulerProps = {
  /** What is published, in the order of the batches. */
  batches: Batch[]
  inReview: number
  target: number
  /** How many should be published today. */
  pace?: number
  label?: string
}

/** The year as a bamboo ruler: a tick for each of the target, tall ones each tenth; batches in tea, in review in amber, the rest short. */
export function Ruler({ batches, inReview, target, pace, label }: RulerProps) {
  const { t } = useUi()
  const published = batches.reduce((sum, batch) => sum + batch.count, 0)
  const open = Math.max(target - published - inReview, 0)
  const { runs, length } = layRuler([...batches.map((batch) => batch.count), inReview, open])
  const review = runs[batches.length]
  const rest = runs[batches.length + 1]
  // Past what is published the ticks are low and a label stands above them: there the pace line begins below it.
  const paced = pace ? Math.min(Math.round(pace), published + inReview + open) : 0
  const paceAt = tickMiddle(runs, paced)
  const named = batches.map((batch) => t('ui.ruler.batch', { label: batch.label, n: batch.count })).join(t('ui.list.separator'))
  const spoken = label ?? t('ui.ruler.spoken', { target, published, batches: named, review: inReview, open })
  return (
    <svg className="figure-svg ruler" height="64" role="img" aria-label={spoken}>
      <svg viewBox={`0 0 ${length} ${high}`} width="100%" height={high} preserveAspectRatio="none" shapeRendering="crispEdges">
        <path className="f-tea" d={runs.slice(0, batches.length).map((run) => ticks(run, 12, true)).join('')} />
        {review && inReview > 0 && <path className="f-amber" d={ticks(review, 23, false)} />}
        {rest && open > 0 && <path className="f-strong" d={ticks(rest, 31, false)} />}
      </svg>
      <line x1="0" x2="100%" y1="38.5" y2="38.5" className="s-rule" shapeRendering="crispEdges" />
      {paceAt !== null && <line x1={percent(paceAt / length)} x2={percent(paceAt / length)} y1={paced > published ? 20 : 4} y2="44" className="s-ink" strokeWidth="3" shapeRendering="crispEdges" />}
      <RulerLabels batches={batches} runs={runs} length={length} inReview={inReview} open={open} />
    </svg>
  )
}

type LabelProps = { batches: Batch[]; runs: Run[]; length: number; inReview: number; open: number }

/** The ruler's widths in the layouts of measures.css: on a phone and beside two bars, and where it has room. */
const narrow = 322.5
const wide = 430

/** About how wide a label stands, in pixels at 14 px: a Chinese character is as wide as it is high, a letter or figure about half. */
const widthOf = (label: string) => [...label].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e7f ? 14 : 7.6), 0)

function RulerLabels({ batches, runs, length, inReview, open }: LabelProps) {
  const { t } = useUi()
  const start = (index: number) => (runs[index]?.start ?? length) / length
  const shown = batches.map((batch, index) => ({ ...batch, index })).filter((batch) => batch.count > 0)
  const openLabel = t('ui.ruler.open')
  const end = open > 0 ? 1 - (widthOf(`${openLabel} ${open}`) + 6) / narrow : 1
  const rooms = shown.map((batch, at) => Math.min(start(shown[at + 1]?.index ?? runs.length), end) - start(batch.index))
  // All batches carry their names, or none does: on every ruler, or on the wide one alone.
  const fits = (width: number) => shown.every((batch, at) => widthOf(`${batch.label} ${batch.count}`) + 2 <= (rooms[at] ?? 0) * width)
  const named = fits(narrow) ? 'ruler-name' : fits(wide) ? 'ruler-name ruler-name-wide' : null
  const reviewAt = start(batches.length)
  return (
    <>
      {shown.map((batch, at) =>
        widthOf(String(batch.count)) <= (rooms[at] ?? 0) * narrow ? (
          <text key={batch.label} x={percent(start(batch.index))} y="60" className="t-soft">
            {named && <tspan className={named}>{batch.label} </tspan>}
            <tspan>{batch.count}</tspan>
          </text>
        ) : null,
      )}
      {inReview > 0 && (
        <text x={reviewAt > 0.8 ? '100%' : percent(reviewAt)} y="15" textAnchor={reviewAt > 0.8 ? 'end' : 'start'} className="t-amber">
          {t('ui.ruler.review')} <tspan>{inReview}</tspan>
        </text>
      )}
      {open > 0 && (
        <text x="100%" y="60" textAnchor="end" className="t-soft">
          {openLabel} <tspan>{open}</tspan>
        </text>
      )}
    </>
  )
}
