import type { ReactNode } from 'react'
import { Button, type ButtonProps } from './button'
import { localPath, useUi } from './context'
import type { Hidden } from './filters'
import { StateTag } from './state'

export type Decision = Pick<ButtonProps, 'name' | 'value' | 'variant' | 'kbd' | 'to' | 'disabled'> & { label: ReactNode }

type DecideBarProps = {
  /** Where the decision is posted. */
  action: string
  hidden?: Hidden
  decisions: Decision[]
  /** What was decided last, and how long it can be taken back. */
  undo?: { message: ReactNode; label: ReactNode; action: string; hidden?: Hidden }
  next?: ReactNode
}

/** The decision, always at the thumb: it stays at the foot of the screen. Give it to PageShell as `bar`. */
export function DecideBar({ action, hidden = [], decisions, undo, next }: DecideBarProps) {
  const { t, locale } = useUi()
  return (
    <div className="decide" role="region" aria-label={t('ui.match.decide')}>
      <div className="wrap">
        <div role="status">
          {undo && (
            <form method="post" action={localPath(undo.action, locale)} className="flex flex-wrap items-center gap-x-4 text-sm">
              <StateTag tone="done">{undo.message}</StateTag>
              {undo.hidden?.map((field) => <input key={field.name} type="hidden" name={field.name} value={field.value} />)}
              <button className="as-link min-h-6">{undo.label}</button>
            </form>
          )}
        </div>
        <form method="post" action={localPath(action, locale)} className="decide-buttons">
          {hidden.map((field) => (
            <input key={field.name} type="hidden" name={field.name} value={field.value} />
          ))}
          {decisions.map(({ label, ...decision }) => (
            <Button key={decision.value ?? decision.to} {...decision}>
              {label}
            </Button>
          ))}
        </form>
        {next && <p className="decide-next text-sm text-ink-soft">{next}</p>}
      </div>
    </div>
  )
}

type QueueHeadProps = { title: ReactNode; at: number; total: number; label?: string; note?: ReactNode; positionLabel?: ReactNode }

/** The head of a queue: how far one is, as ticks, and what was decided so far. */
export function QueueHead({ title, at, total, label, note, positionLabel }: QueueHeadProps) {
  const { t } = useUi()
  const position = label ?? t('ui.match.pair', { at, total })
  return (
    <div className="queue">
      <h1>
        {title} <small>{positionLabel ?? position}</small>
      </h1>
      <div className="queue-progress flex flex-wrap items-end gap-x-4 gap-y-1">
        {total > 0 && total <= 100 && <QueueTicks at={at} total={total} label={position} />}
        {note && <p className="text-sm text-ink-soft">{note}</p>}
      </div>
    </div>
  )
}

function QueueTicks({ at, total, label }: { at: number; total: number; label: string }) {
  const pitch = total > 50 ? 3 : 6
  const width = pitch / 2
  const run = (from: number, to: number, top: number) =>
    Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => `M${(from + index - 1) * pitch} ${top}h${width}V20h-${width}z`).join('')
  const length = total * pitch - width
  return (
    <svg width={length} height="20" viewBox={`0 0 ${length} 20`} shapeRendering="crispEdges" role="img" aria-label={label}>
      <path d={run(1, at - 1, 6)} className="f-tea" />
      <path d={run(at, at, 0)} className="f-ink" />
      <path d={run(at + 1, total, 14)} className="f-strong" />
    </svg>
  )
}
