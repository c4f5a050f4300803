/**
 * Whether the search index is asked at all. Closed: it is. Open: it failed, so nobody waits for it; a probe asks it again and
 * again beside the requests, and closes when it answers. Times in ms, passed in.
 */
export type Breaker = { state: 'closed'; slow: number } | { state: 'open'; probeAt: number }

/** What was seen: an answer, none in time, or that it is surely away. Of a probe or of somebody's search. */
export type Sign = 'answered' | 'slow' | 'away'

/** Choice: one answer that is late may be a moment's load; two in a row are not. */
const slowAnswers = 2
/** Choice: how long until the index is asked again. */
export const probeEveryMs = 1_000

export const closed: Breaker = { state: 'closed', slow: 0 }

const openAt = (now: number): Breaker => ({ state: 'open', probeAt: now + probeEveryMs })

/** The breaker after somebody's search. A search that began earlier and answers late does not close it: a probe does. */
export function afterSearch(breaker: Breaker, sign: Sign, now: number): Breaker {
  if (breaker.state === 'open') return breaker
  if (sign === 'answered') return closed
  if (sign === 'slow' && breaker.slow + 1 < slowAnswers) return { state: 'closed', slow: breaker.slow + 1 }
  return openAt(now)
}

/** The breaker after a probe. */
export function afterProbe(breaker: Breaker, sign: Sign, now: number): Breaker {
  if (breaker.state === 'closed') return breaker
  return sign === 'answered' ? closed : openAt(now)
}

/** How long until the next probe, in ms; null when none is due. */
export function probeIn(breaker: Breaker, now: number): number | null {
  return breaker.state === 'open' ? Math.max(0, breaker.probeAt - now) : null
}
