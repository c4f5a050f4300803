import { decidedForExport } from '~/domain/matching/report.server'
import { candidateKinds } from '~/domain/matching/schema'
import { weights } from '~/domain/matching/weights'
import { csv } from '~/files/write-csv'
import { fileHeaders } from '~/http/files.server'
import { page } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { kindOf } from '~/routes-parts/matching/rows'

const names = Object.keys(weights) as (keyof typeof weights)[]

/** Every decided pair with the points of each part: what the report is made of. */
export const loader = page('staff', async ({ actor, call, t }) => {
  const pairs = await decidedForExport(actor, {}, call)
  const head = [t('match.queue.number'), t('match.queue.target'), t('match.report.candidate'), t('match.queue.kind'), t('match.fact.state'), t('match.queue.score'), ...names.map((name) => t(`match.part.${name}`)), t('match.report.version'), t('match.why.label'), t('common.reason'), t('match.tag.by_hand')]
  const rows = pairs.map(({ target, candidate, state, score, parts, taken, why, note, reason, byHand, weightsVersion }) => {
    const key = `match.why.${taken ? 'yes' : 'no'}.${why}`
    const points = names.map((name) => parts.find(({ part }) => part === name)?.points ?? null)
    return [target.number, target.title, candidate.name, candidateKinds.includes(candidate.kind) ? t(`kind.${kindOf[candidate.kind]}`) : '', t(`match.state.${state}`), score, ...points, weightsVersion, isMessageKey(key) ? t(key) : '', note || reason, t(byHand ? 'common.yes' : 'common.no')]
  })
  return new Response(csv([head, ...rows]), { headers: fileHeaders('csv', `matches-decided-${call.now?.toISOString().slice(0, 10)}.csv`) })
})
