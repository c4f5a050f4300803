import type { ReactNode } from 'react'
import { Link } from './context'
import { cx } from './text'

export type ButtonProps = {
  children: ReactNode
  /** main: the page's one action; stop: refuses or removes; plain: all others. */
  variant?: 'main' | 'plain' | 'stop'
  /** Makes it a link. */
  to?: string
  name?: string
  value?: string
  type?: 'submit' | 'reset' | 'button'
  /** Shown, focusable and dead: say beside it why. */
  disabled?: boolean
  /** The key that presses it, shown on wide screens. */
  kbd?: string
  small?: boolean
  /** The id of a form elsewhere on the page. */
  form?: string
  formAction?: string
  formNoValidate?: boolean
  className?: string
  label?: string
  describedBy?: string
  download?: boolean
}

/** A verb with its object: a button, or a link that looks like one. */
export function Button({ children, variant = 'plain', to, kbd, small, disabled, className, label, describedBy, ...rest }: ButtonProps) {
  const classes = cx('btn', variant !== 'plain' && `btn-${variant}`, small && 'btn-small', className)
  const face = (
    <>
      {children}
      {kbd && <kbd aria-hidden="true">{kbd}</kbd>}
    </>
  )
  const aria = { 'aria-label': label, 'aria-describedby': describedBy, 'aria-keyshortcuts': kbd }
  if (to !== undefined && disabled) {
    return (
      <a role="link" aria-disabled="true" className={classes} {...aria}>
        {face}
      </a>
    )
  }
  if (to !== undefined) {
    return (
      <Link to={to} className={classes} download={rest.download} {...aria}>
        {face}
      </Link>
    )
  }
  const { download: _, type = 'submit', ...button } = rest
  return (
    <button {...button} {...aria} type={disabled ? 'button' : type} aria-disabled={disabled ? 'true' : undefined} className={classes}>
      {face}
    </button>
  )
}

/** Several actions side by side, the first one the main one. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-wrap items-center gap-3">{children}</div>
}
