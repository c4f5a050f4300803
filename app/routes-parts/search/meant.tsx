import { Link, useT } from '~/ui'

/** The query in the characters that really stand in records, as a link to its own search. */
export function Meant({ to, query }: { to: string; query: string }) {
  const t = useT()
  return (
    <p className="mt-4 text-lg">
      {t('search.meant')}
      <Link className="font-bold" to={to}>
        {query}
      </Link>
    </p>
  )
}
