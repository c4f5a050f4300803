import type { ReactNode } from 'react'
import { Link, useT } from './context'
import { StateTag, type Tone } from './state'

export type CheckItem = { term: string; detail: ReactNode; changeTo?: string }
export type CheckGroup = { title: string; items: CheckItem[]; changeTo?: string }

/** What was typed, read once more before it is sent, in the order of the paper form; each line can be changed. */
export function CheckAnswers({ groups }: { groups: CheckGroup[] }) {
  const t = useT()
  return groups.map((group) => (
    <section key={group.title} className="mt-8" aria-label={group.title}>
      <div className="list-head">
        <h2 className="measure-title">{group.title}</h2>
        {group.changeTo && (
          <Link to={group.changeTo}>
            {t('ui.change')}
            <span className="sr-only"> {group.title}</span>
          </Link>
        )}
      </div>
      <dl className="mt-1">
        {group.items.map((item) => (
          <div key={item.term} className="check-answer">
            <dt className="text-sm leading-[1.83] text-ink-soft">{item.term}</dt>
            <dd className="min-w-0">{item.detail}</dd>
            {item.changeTo && (
              <dd className="text-sm leading-[1.83]">
                <Link to={item.changeTo}>
                  {t('ui.change')}
                  <span className="sr-only"> {item.term}</span>
                </Link>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  ))
}

type ConfirmationProps = {
  title: ReactNode
  /** The number that people quote. */
  number?: ReactNode
  numberLabel?: ReactNode
  /** What happens next, and when. */
  steps?: { what: ReactNode; when?: ReactNode }[]
  children?: ReactNode
}

/** After a submission: what was received, its number, what happens next and when. */
export function Confirmation({ title, number, numberLabel, steps = [], children }: ConfirmationProps) {
  const t = useT()
  return (
    <section className="confirmation mt-6 max-w-[44em]" aria-labelledby="confirmation">
      <h1 id="confirmation">{title}</h1>
      {number && (
        <p className="mt-3">
          {numberLabel && <span className="block text-sm text-ink-soft">{numberLabel}</span>}
          <b className="figures font-serif text-xl">{number}</b>
        </p>
      )}
      {steps.length > 0 && (
        <>
          <h2 className="mt-6 text-lg">{t('ui.next')}</h2>
          <ol className="next-steps">
            {steps.map((step, index) => (
              <li key={index}>
                <span>{step.what}</span>
                {step.when && <span className="figures text-sm text-ink-soft">{step.when}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
      {children}
    </section>
  )
}

export type Task = { label: ReactNode; to?: string; hint?: ReactNode; tone: Tone; state: ReactNode }

/** The steps of a long form, each with its state, in any order. */
export function TaskList({ tasks, label }: { tasks: Task[]; label: string }) {
  return (
    <ul className="task-list" aria-label={label}>
      {tasks.map((task, index) => (
        <li key={index}>
          <span className="min-w-0">
            {task.to ? <Link to={task.to}>{task.label}</Link> : task.label}
            {task.hint && <span className="block text-sm text-ink-soft">{task.hint}</span>}
          </span>
          <StateTag tone={task.tone}>{task.state}</StateTag>
        </li>
      ))}
    </ul>
  )
}

export type Step = { label: ReactNode; state: 'done' | 'now' | 'next'; when?: ReactNode; note?: ReactNode }

/** Where something stands on its way, from its first step to its last. */
export function Timeline({ steps, label }: { steps: Step[]; label: string }) {
  const t = useT()
  return (
    <ol className="timeline" aria-label={label}>
      {steps.map((step, index) => (
        <li key={index} className={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className="sr-only">{t(`ui.step.${step.state}`)}</span>
          <span className={step.state === 'now' ? 'font-bold' : undefined}>{step.label}</span>
          {step.when && <span className="figures ml-3 text-sm text-ink-soft">{step.when}</span>}
          {step.note && <span className="block text-sm text-ink-soft">{step.note}</span>}
        </li>
      ))}
    </ol>
  )
}
