import type { Standing } from '~/domain/matching/standing.server'
import { Note, Part, SideActions, useUi } from '~/ui'
import { MatchRows, type MatchRowData } from './rows'

/** Who suits one need or scenario, best first; where there is nobody, why, and what to add. `add` is where the bureau adds one by hand. */
export function TargetPairs({ pairs, standing, base, add }: { pairs: MatchRowData[]; standing: Standing | null; base: string; add?: string }) {
  const { t } = useUi()
  if (pairs.length === 0 && !standing && !add) return null
  return (
    <Part title={t('match.list.title')} id="matches">
      {pairs.length > 0 ? <MatchRows rows={pairs} show="candidate" here inside={add !== undefined} to={(row) => `${base}/${row.id}`} /> : standing ? <Nobody standing={standing} /> : <p>{t('match.list.none')}</p>}
      {add && <SideActions links={[{ to: add, label: t('match.add.title') }]} />}
    </Part>
  )
}

/** Nothing is made up for a text that says too little: it says so, and what to add. */
function Nobody({ standing: { why, add, chinese } }: { standing: Standing }) {
  const { t, locale } = useUi()
  if (why === 'waiting') return <p>{t('match.standing.waiting')}</p>
  const fields = add.map((key) => t(key)).join(locale === 'en' ? ', ' : '、')
  return (
    <>
      <p>{t(`match.standing.${why}`, { fields })}</p>
      <Note className="mt-2">{t(chinese ? 'match.standing.next' : 'match.standing.chinese')}</Note>
    </>
  )
}
