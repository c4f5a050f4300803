import type { ReactNode } from 'react'
import { useFormat, useT } from './context'
import { StateTag } from './state'

export type Question = {
  question: ReactNode
  /** Without an answer it waits. */
  answer?: ReactNode
  /** When it was asked and answered. */
  note?: ReactNode
  waiting?: ReactNode
}

/** Questions and their public answers; the asker stays unnamed. */
export function QuestionList({ items }: { items: Question[] }) {
  const t = useT()
  return (
    <dl className="qa">
      {items.map((item, index) => (
        <div key={index}>
          <dt>
            <i aria-hidden="true">{t('ui.qa.question')}</i>
            <span>
              <span className="sr-only">{t('ui.qa.questionSpoken')}</span>
              {item.question}
            </span>
          </dt>
          <dd className={item.answer ? undefined : 'pending'}>
            <i aria-hidden="true">{t(item.answer ? 'ui.qa.answer' : 'ui.qa.pending')}</i>
            <span>
              {item.answer ? (
                <>
                  <span className="sr-only">{t('ui.qa.answerSpoken')}</span>
                  {item.answer}
                </>
              ) : (
                <StateTag tone="wait">{item.waiting ?? t('ui.qa.waiting')}</StateTag>
              )}
            </span>
            {item.note && <small>{item.note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A run of a change: plain words, what was taken out, or what was put in. */
export type ChangePart = string | { del: string } | { ins: string }
export type Change = { at: Date; parts: ChangePart[] }

/** What changed, newest first. */
export function ChangeLog({ items }: { items: Change[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <ol className="log">
      {items.map((item, index) => (
        <li key={index}>
          <time dateTime={item.at.toISOString()}>{format.date(item.at)}</time>
          <span>
            {item.parts.map((part, at) =>
              typeof part === 'string' ? (
                part
              ) : 'del' in part ? (
                <del key={at}>
                  {part.del}
                  <span className="sr-only">{t('ui.log.removed')}</span>
                </del>
              ) : (
                <ins key={at}>
                  {part.ins}
                  <span className="sr-only">{t('ui.log.added')}</span>
                </ins>
              ),
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}

type ShutDoorProps = { title: ReactNode; contents?: ReactNode; steps?: ReactNode[]; action?: ReactNode; note?: ReactNode }

/** A confidential part: what lies behind it and how to ask, never an error. */
export function ShutDoor({ title, contents, steps = [], action, note }: ShutDoorProps) {
  return (
    <div className="shut-door">
      <DoorPicture />
      <div>
        <h3>{title}</h3>
        {contents && <p>{contents}</p>}
        {steps.length > 0 && (
          <ol>
            {steps.map((step, index) => (
              <li key={index}>{step}</li>
            ))}
          </ol>
        )}
        {action}
        {note && <p className="mt-2 text-sm text-ink-soft">{note}</p>}
      </div>
    </div>
  )
}

function DoorPicture() {
  return (
    <svg viewBox="0 0 84 112" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2">
      <path d="M2 111V8h80v103M0 8h84M0 3h84" />
      <path d="M9 15h32v96H9zM43 15h32v96H43z" />
      <path d="M15 22h20v30H15zM49 22h20v30H49zM15 74h20v30H15zM49 74h20v30H49z" strokeWidth="1.2" />
      <path d="M21.7 22v30M28.3 22v30M55.7 22v30M62.3 22v30" strokeWidth="1.2" />
      <circle cx="36" cy="64" r="4" />
      <circle cx="48" cy="64" r="4" />
      <circle cx="36" cy="64" r="1" fill="currentColor" stroke="none" />
      <circle cx="48" cy="64" r="1" fill="currentColor" stroke="none" />
    </svg>
  )
}
