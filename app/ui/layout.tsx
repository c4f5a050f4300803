import type { ReactNode } from 'react'

/** The top of the home page: the question at the left, the search field at the right. */
export function Find({ label, title, children }: { label: string; title: ReactNode; children: ReactNode }) {
  return (
    <section className="find" aria-label={label}>
      <h1>{title}</h1>
      <div>{children}</div>
    </section>
  )
}

/** The year's measures of the home page: the ruler, then two meters. */
export function YearGrid({ children }: { children: ReactNode }) {
  return <div className="year">{children}</div>
}

/** Two equal columns from 640 px (`early`) or 1024 px on. */
export function TwoColumns({ children, early }: { children: ReactNode; early?: boolean }) {
  return <div className={early ? 'grid gap-x-8 gap-y-8 sm:grid-cols-2 lg:gap-x-12 *:min-w-0' : 'grid gap-x-12 lg:grid-cols-2 *:min-w-0'}>{children}</div>
}

/** Two measures side by side, each under a rule. */
export function TwoMeasures({ children }: { children: ReactNode }) {
  return <div className="two mt-6">{children}</div>
}
