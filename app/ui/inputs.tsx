import type { HTMLInputTypeAttribute, ReactNode } from 'react'
import { useT } from './context'
import { Field, type FieldProps } from './field'
import { cx } from './text'

type Autofill = { autoComplete?: string }
type TextFieldProps = FieldProps &
  Autofill & {
    value?: string
    type?: HTMLInputTypeAttribute
    inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url'
    /** About half the column: numbers, codes, dates. */
    half?: boolean
    placeholder?: string
    maxLength?: number
    /** The id of a datalist beside the field. */
    list?: string
    readOnly?: boolean
    spellCheck?: boolean
  }

export function TextField({ value, type = 'text', half, ...props }: TextFieldProps) {
  const { inputMode, autoComplete, placeholder, maxLength, list, readOnly, spellCheck, ...field } = props
  const rest = { inputMode, autoComplete, placeholder, maxLength, list, readOnly, spellCheck }
  const figures = inputMode === 'numeric' || inputMode === 'decimal'
  return (
    <Field {...field}>
      {(wiring) => (
        <input {...wiring} {...rest} type={type} defaultValue={value} className={cx('input', half && 'half', figures && 'figures')} />
      )}
    </Field>
  )
}

type TextAreaProps = FieldProps & {
  value?: string
  rows?: number
  /** The most characters allowed. The hint says it; what is typed beyond stays, so that nothing pasted is lost. */
  max?: number
}

export function TextArea({ value, rows = 5, max, hint, ...field }: TextAreaProps) {
  const t = useT()
  const limit = max === undefined ? undefined : max.toLocaleString('en')
  const shown = limit === undefined ? hint : typeof hint === 'string' ? t('ui.field.limitAfter', { hint: hint.replace(/[。.]$/, ''), n: limit }) : (hint ?? t('ui.field.limit', { n: limit }))
  return (
    <Field {...field} hint={shown}>
      {(wiring) => <textarea {...wiring} rows={rows} defaultValue={value} className="input" data-limit={max} />}
    </Field>
  )
}

export type Option = { value: string; label: string; disabled?: boolean }
export type OptionGroup = { group: string; options: Option[] }
type SelectFieldProps = FieldProps & {
  value?: string
  options: (Option | OptionGroup)[]
  /** The words of the empty choice; `null` leaves it out. */
  placeholder?: string | null
  half?: boolean
}

function optionElements(options: (Option | OptionGroup)[]): ReactNode {
  return options.map((option) =>
    'group' in option ? (
      <optgroup key={option.group} label={option.group}>
        {optionElements(option.options)}
      </optgroup>
    ) : (
      <option key={option.value} value={option.value} disabled={option.disabled}>
        {option.label}
      </option>
    ),
  )
}

export function SelectField({ value = '', options, placeholder, half, ...field }: SelectFieldProps) {
  const t = useT()
  return (
    <Field {...field}>
      {(wiring) => (
        <span className={cx('select', half && 'half')}>
          <select {...wiring} defaultValue={value} className="input">
            {placeholder !== null && <option value="">{placeholder ?? t('ui.field.choose')}</option>}
            {optionElements(options)}
          </select>
        </span>
      )}
    </Field>
  )
}

type DateFieldProps = FieldProps & {
  /** `2025-09-19`; for `datetime` `2025-09-19T17:00`, the Shanghai clock. */
  value?: string
  /** text: typed as 2025-09-19; date and datetime: the browser's own picker. */
  kind?: 'text' | 'date' | 'datetime'
  min?: string
  max?: string
  example?: string
}

export function DateField({ value, kind = 'text', min, max, example = '2025-09-08', hint, ...field }: DateFieldProps) {
  const t = useT()
  const shown = hint ?? (kind === 'text' ? t('ui.field.date', { example }) : undefined)
  const type = kind === 'datetime' ? 'datetime-local' : kind
  return (
    <Field {...field} hint={shown}>
      {(wiring) => (
        <input
          {...wiring}
          type={type}
          defaultValue={value}
          min={min}
          max={max}
          inputMode={kind === 'text' ? 'numeric' : undefined}
          autoComplete="off"
          className="input figures half"
        />
      )}
    </Field>
  )
}

type MoneyFieldProps = FieldProps & { value?: string; unit?: string }

/** An amount as it is typed; the unit stands behind it. */
export function MoneyField({ value, unit, ...field }: MoneyFieldProps) {
  const t = useT()
  return (
    <Field {...field}>
      {(wiring) => (
        <span className="money">
          <input {...wiring} type="text" inputMode="decimal" autoComplete="off" defaultValue={value} className="input" />
          <span>{unit ?? t('ui.field.yuan')}</span>
        </span>
      )}
    </Field>
  )
}

export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}
