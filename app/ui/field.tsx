import type { ReactNode } from 'react'
import { useT } from './context'
import { cx } from './text'

/** What every field takes. `name` is the form's key; `error` is the sentence that says what to do. */
export type FieldProps = {
  name: string
  /** Sets the control apart where several forms of a page have a field of this name; the error summary then names it instead. */
  id?: string
  label: ReactNode
  hint?: ReactNode
  error?: string | string[]
  required?: boolean
  /** Shows （选填） behind the label. */
  optional?: boolean
  className?: string
}

/** What ties a control to its label, hint and error. */
export type Wiring = {
  id: string
  name: string
  required?: boolean
  'aria-describedby'?: string
  'aria-invalid'?: true
}

/** The id of a field's control, which an error summary links to: `field-` and the name, with brackets and dots as dashes. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`
}

export function errorsOf(error: string | string[] | undefined): string[] {
  return error === undefined ? [] : Array.isArray(error) ? error : [error]
}

/** The wiring of a control; a choice of several gets its own ids. */
export function wire({ id: own, name, hint, error, required }: Pick<FieldProps, 'id' | 'name' | 'hint' | 'error' | 'required'>): Wiring {
  const id = fieldId(own ?? name)
  const bad = errorsOf(error).length > 0
  const described = [hint ? `${id}-hint` : '', bad ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { id, name, required, 'aria-describedby': described || undefined, 'aria-invalid': bad || undefined }
}

/** The hint and the error of a field, in the order in which they are read. */
export function FieldNotes({ id: own, name, hint, error }: Pick<FieldProps, 'id' | 'name' | 'hint' | 'error'>) {
  const id = fieldId(own ?? name)
  const errors = errorsOf(error)
  return (
    <>
      {hint && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {errors.length > 0 && (
        <div id={`${id}-error`}>
          {errors.map((sentence) => (
            <p className="field-error" key={sentence}>
              <span>{sentence}</span>
            </p>
          ))}
        </div>
      )}
    </>
  )
}

/** The label's words, with （选填） where the field may stay empty. */
export function LabelText({ label, optional }: { label: ReactNode; optional?: boolean }) {
  const t = useT()
  return (
    <>
      {label}
      {optional && <small>{t('ui.optional')}</small>}
    </>
  )
}

/** A labelled control with hint and error: give it any control by a function of its wiring. */
export function Field({ children, className, ...props }: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const wiring = wire(props)
  return (
    <div className={cx('field', wiring['aria-invalid'] && 'field-bad', className)}>
      <label className="field-label" htmlFor={wiring.id}>
        <LabelText label={props.label} optional={props.optional} />
      </label>
      <FieldNotes id={props.id} name={props.name} hint={props.hint} error={props.error} />
      <div className="field-body">{children(wiring)}</div>
    </div>
  )
}

/** A group of choices as one question; the error summary's link reaches the first of them. */
export function ChoiceField({ children, className, ...props }: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const wiring = wire(props)
  return (
    <fieldset className={cx('field', wiring['aria-invalid'] && 'field-bad', className)} aria-describedby={wiring['aria-describedby']}>
      <legend className="field-label">
        <LabelText label={props.label} optional={props.optional} />
      </legend>
      <FieldNotes id={props.id} name={props.name} hint={props.hint} error={props.error} />
      {children(wiring)}
    </fieldset>
  )
}
