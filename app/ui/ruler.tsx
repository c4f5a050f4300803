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
  const share = (x: number) => `${((x / length) * 100).toFixed(2)}%`
  const paceAt = pace ? tickMiddle(runs, Math.min(Math.round(pace), published + inReview + open)) : null
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
      {paceAt !== null && <line x1={share(paceAt)} x2={share(paceAt)} y1="4" y2="44" className="s-ink" strokeWidth="3" shapeRendering="crispEdges" />}
      <RulerLabels batches={batches} runs={runs} length={length} inReview={inReview} open={open} />
    </svg>
  )
}

type LabelProps = { batches: Batch[]; runs: Run[]; length: number; inReview: number; open: number }

/** The narrowest shares of the ruler on which a batch's name, or its count alone, finds room at 328 px. */
const roomForName = 19
const roomForCount = 6

function RulerLabels({ batches, runs, length, inReview, open }: LabelProps) {
  const { t } = useUi()
  const start = (index: number) => ((runs[index]?.start ?? length) / length) * 100
  const shownBatches = batches.map((batch, index) => ({ batch, index })).filter(({ batch }) => batch.count > 0)
  const end = open > 0 ? 100 - roomForName : 100
  const reviewAt = start(batches.length)
  return (
    <>
      {shownBatches.map(({ batch, index }, at) => {
        const following = shownBatches[at + 1]
        const room = Math.min(following ? start(following.index) : end, end) - start(index)
        if (room < roomForCount) return null
        return (
          <text key={batch.label} x={`${start(index).toFixed(2)}%`} y="60" className="t-soft">
            {room >= roomForName && `${batch.label} `}
            <tspan>{batch.count}</tspan>
          </text>
        )
      })}
      {inReview > 0 && (
        <text x={reviewAt > 83 ? '100%' : `${reviewAt.toFixed(2)}%`} y="15" textAnchor={reviewAt > 83 ? 'end' : 'start'} className="t-amber">
          {t('ui.ruler.review')} <tspan>{inReview}</tspan>
        </text>
      )}
      {open > 0 && (
        <text x="100%" y="60" textAnchor="end" className="t-soft">
          {t('ui.ruler.open')} <tspan>{open}</tspan>
        </text>
      )}
    </>
  )
}
