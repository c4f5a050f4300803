import type { ReactNode } from 'react'
import { localPath, useUi } from './context'
import { fieldId } from './field'
import { Title } from './text'

export type FormError = { field: string; message: string }

/** All that is to be corrected, each a link to its field: on this page, or on the form's at `formAt`. The page's title should say the count too. Nothing when there are none. */
export function ErrorSummary({ errors, title, formAt = '' }: { errors: FormError[]; title?: ReactNode; formAt?: string }) {
  const { t, locale } = useUi()
  if (errors.length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} id="error-summary" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{title ?? t('ui.errors.title', { n: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field + error.message}>{error.field ? <a href={`${localPath(formAt, locale)}#${fieldId(error.field)}`}>{error.message}</a> : <b className="text-vermilion">{error.message}</b>}</li>
        ))}
      </ul>
    </div>
  )
}

type FormSectionProps = { title: ReactNode; id: string; number?: number; children: ReactNode }

/** A section of a form; its name hangs in the margin on wide screens. */
export function FormSection({ title, id, number, children }: FormSectionProps) {
  return (
    <section className="form-section hang" aria-labelledby={id}>
      <h2 id={id}>
        {number !== undefined && <b>{number}</b>}
        <span>{typeof title === 'string' ? <Title text={title} /> : title}</span>
      </h2>
      <div>{children}</div>
    </section>
  )
}

/** Two short fields side by side. */
export function Duo({ children }: { children: ReactNode }) {
  return <div className="duo">{children}</div>
}

/** The actions of a form and a sentence on what they lead to. */
export function FormEnd({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className="form-end">
      {children}
      {note && <p className="text-sm text-ink-soft">{note}</p>}
    </div>
  )
}

export type SumRow = { label: ReactNode; amount: ReactNode; kind?: 'total' | 'bad' }
type SumsProps = { title: ReactNode; caption: string; rows: SumRow[]; children?: ReactNode; id?: string; note?: ReactNode }

/** The sums of a form, worked out beside it: amounts in 元 with two decimals, total and mistake set apart. */
export function Sums({ title, caption, rows, children, id = 'sums', note }: SumsProps) {
  return (
    <section className="sums" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <table>
        <caption className="sr-only">{caption}</caption>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} className={row.kind}>
              <th scope="row">{row.label}</th>
              <td>{row.amount}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {note && <p className="text-sm text-ink-soft">{note}</p>}
      {children}
    </section>
  )
}

/** A party that has been chosen, with its code and the way to change it. */
export function PartyCard({ name, note, action, labelledBy }: { name: ReactNode; note?: ReactNode; action?: ReactNode; labelledBy?: string }) {
  return (
    <div className="party" role={labelledBy ? 'group' : undefined} aria-labelledby={labelledBy}>
      <b>{name}</b>
      {action}
      {note && <p className="figures col-start-1 text-sm text-ink-soft">{note}</p>}
    </div>
  )
}

type OptionListProps = { label: string; name: string; value?: string; options: { value: string; label: ReactNode; note?: ReactNode }[] }

/** What was found for a query within a form, as one question: choose one of them. */
export function OptionList({ label, name, value, options }: OptionListProps) {
  return (
    <fieldset>
      <legend className="sr-only">{label}</legend>
      <ul className="options">
        {options.map((option, index) => (
          <li key={option.value}>
            <label className="option" htmlFor={`${fieldId(name)}-option-${index}`}>
              <input type="radio" id={`${fieldId(name)}-option-${index}`} name={name} value={option.value} defaultChecked={option.value === value} />
              <span>
                {option.label}
                {option.note && <small>{option.note}</small>}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
