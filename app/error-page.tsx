import { Page } from '~/page'
import { Link, useT } from '~/ui'

/** What went wrong, and two ways on. Never a dead end. */
export function ErrorPage({ status, title, text }: { status: number; title: string; text: string }) {
  const t = useT()
  return (
    <Page>
      <title>{title}</title>
      <div className="prose py-16">
        <p className="note num">{status}</p>
        <h1 className="mt-2">{title}</h1>
        <p className="mt-4">{text}</p>
        <p className="mt-6">
          <Link to="/">{t('error.back_home')}</Link>　<Link to="/search">{t('error.search_instead')}</Link>
        </p>
      </div>
    </Page>
  )
}
