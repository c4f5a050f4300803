import type { ReactNode } from 'react'
import { ChoiceField, FieldNotes, wire, type FieldProps, type Wiring } from './field'
import { cx } from './text'

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

type ChoiceRowProps = Choice & {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  checked: boolean
  required?: boolean
  count?: ReactNode
  wiring?: Wiring
}

/** One choice, its whole line to be pressed. */
export function ChoiceRow({ type, id, name, value, label, hint, checked, disabled, required, count, wiring }: ChoiceRowProps) {
  return (
    <label className="check" htmlFor={id}>
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        disabled={disabled}
        required={required}
        aria-describedby={wiring?.['aria-describedby']}
        aria-invalid={wiring?.['aria-invalid']}
      />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
      {count !== undefined && <span className="count">{count}</span>}
    </label>
  )
}

type GroupProps = FieldProps & { options: Choice[]; columns?: 1 | 2 }

/** One of several. */
export function RadioGroup({ options, value, columns = 1, ...field }: GroupProps & { value?: string }) {
  return (
    <ChoiceField {...field}>
      {(wiring) => (
        <div className={cx(columns === 2 && 'choices-2')}>
          {options.map((option, index) => (
            <ChoiceRow
              key={option.value}
              {...option}
              type="radio"
              id={index === 0 ? wiring.id : `${wiring.id}-${index + 1}`}
              name={field.name}
              checked={option.value === value}
              required={field.required}
            />
          ))}
        </div>
      )}
    </ChoiceField>
  )
}

/** Any of several. */
export function CheckboxGroup({ options, value = [], columns = 1, ...field }: GroupProps & { value?: string[] }) {
  return (
    <ChoiceField {...field}>
      {(wiring) => (
        <div className={cx(columns === 2 && 'choices-2')}>
          {options.map((option, index) => (
            <ChoiceRow
              key={option.value}
              {...option}
              type="checkbox"
              id={index === 0 ? wiring.id : `${wiring.id}-${index + 1}`}
              name={field.name}
              checked={value.includes(option.value)}
            />
          ))}
        </div>
      )}
    </ChoiceField>
  )
}

type CheckboxProps = Omit<FieldProps, 'optional'> & { value?: string; checked?: boolean }

/** A single yes, such as the acceptance of terms. */
export function Checkbox({ value = 'on', checked = false, className, ...field }: CheckboxProps) {
  const wiring = wire(field)
  return (
    <div className={cx('field', wiring['aria-invalid'] && 'field-bad', className)}>
      <FieldNotes id={field.id} name={field.name} error={field.error} />
      <ChoiceRow
        type="checkbox"
        id={wiring.id}
        name={field.name}
        value={value}
        label={field.label}
        checked={checked}
        required={field.required}
        wiring={{ ...wiring, 'aria-describedby': wiring['aria-invalid'] && `${wiring.id}-error` }}
        hint={field.hint}
      />
    </div>
  )
}
