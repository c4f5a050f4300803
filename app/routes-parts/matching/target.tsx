import { Part, SideActions, useT } from '~/ui'
import { MatchRows, type MatchRowData } from './rows'

/** Who suits one need or scenario, best first; nothing while there is nobody. `add` is where the bureau adds one by hand. */
export function TargetPairs({ pairs, base, add }: { pairs: MatchRowData[]; base: string; add?: string }) {
  const t = useT()
  if (pairs.length === 0 && !add) return null
  return (
    <Part title={t('match.list.title')} id="matches">
      {pairs.length > 0 ? <MatchRows rows={pairs} show="candidate" here inside={add !== undefined} to={(row) => `${base}/${row.id}`} /> : <p>{t('match.list.none')}</p>}
      {add && <SideActions links={[{ to: add, label: t('match.add.title') }]} />}
    </Part>
  )
}
