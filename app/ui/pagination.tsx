import { Fragment, type ReactNode } from 'react'
import { Link, useUi } from './context'

/** The page numbers to show: the ends, the present one and its neighbours; 0 stands for a gap. */
export function pageNumbers(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages)
  const wanted = [...new Set(near)].sort((a, b) => a - b)
  return wanted.flatMap((number, index) => {
    const before = wanted[index - 1] ?? 0
    if (number - before === 2) return [number - 1, number]
    return number - before > 2 ? [0, number] : [number]
  })
}

type PaginationProps = { page: number; pages: number; hrefFor: (page: number) => string; total: number; from: number; to: number; note?: ReactNode }

/** `第 21–40 条，共 126 条` and the pages; with one page only the count. */
export function Pagination({ page, pages, hrefFor, total, from, to, note }: PaginationProps) {
  const { t, format } = useUi()
  if (total === 0) return null
  const count = t('ui.pages.range', { from: format.count(from), to: format.count(to), total: format.count(total) })
  return (
    <nav className="pages" aria-label={t('ui.pages')}>
      <span className="figures text-ink-soft">
        {count}
        {note}
      </span>
      {pages > 1 && (
        <ol>
          {page > 1 && <li><Link to={hrefFor(page - 1)} rel="prev">{t('ui.pages.previous')}</Link></li>}
          {pageNumbers(page, pages).map((number, index) => (
            <Fragment key={number || `gap-${index}`}>
              {number === 0 ? (
                <li aria-hidden="true"><span>…</span></li>
              ) : (
                <li>
                  <Link to={hrefFor(number)} aria-label={t('ui.pages.page', { page: number })} aria-current={number === page ? 'page' : undefined}>
                    {number}
                  </Link>
                </li>
              )}
            </Fragment>
          ))}
          {page < pages && <li><Link to={hrefFor(page + 1)} rel="next">{t('ui.pages.next')}</Link></li>}
        </ol>
      )}
    </nav>
  )
}
