import { NearList, Part, useFormat, useT } from '~/ui'
import type { Hit } from './result'

type NearHit = Pick<Hit, 'type' | 'url' | 'title' | 'who' | 'fundingMin' | 'fundingMax'> & { closesAt: string | Date | null }

/** Records that are like this one: what they are, whose, for how much, and until when one can apply. */
export function Near({ hits }: { hits: NearHit[] }) {
  const t = useT()
  const format = useFormat()
  if (hits.length === 0) return null
  const wan = (value: number | null) => (value === null ? null : String(value * 10_000))
  const lineOf = (hit: NearHit) => [
    t(`kind.${hit.type}`),
    hit.who[0],
    hit.fundingMin !== null || hit.fundingMax !== null ? format.wanRange(wan(hit.fundingMin), wan(hit.fundingMax)) : null,
    hit.closesAt ? format.deadline(new Date(hit.closesAt)) : null,
  ]
  return (
    <Part title={t('search.near')}>
      <NearList items={hits.map((hit) => ({ to: hit.url, title: hit.title.map((part) => part.text).join(''), line: lineOf(hit).filter(Boolean) }))} />
    </Part>
  )
}
