import { Part, useT } from '~/ui'
import { MatchRows, type MatchRowData } from './rows'

/** Who suits one need or scenario, best first; nothing while there is nobody. */
export function TargetPairs({ pairs, base }: { pairs: MatchRowData[]; base: string }) {
  const t = useT()
  if (pairs.length === 0) return null
  return (
    <Part title={t('match.list.title')} id="matches">
      <MatchRows rows={pairs} show="candidate" here to={(row) => `${base}/${row.id}`} />
    </Part>
  )
}
