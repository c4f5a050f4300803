import { describe, expect, it } from 'vitest'
import { afterProbe, afterSearch, closed, probeEveryMs, probeIn, type Breaker, type Sign } from './breaker'

const open = (probeAt: number): Breaker => ({ state: 'open', probeAt })
const slowOnce: Breaker = { state: 'closed', slow: 1 }
const now = 50_000

describe('the breaker of the search index', () => {
  it.each<[Breaker, Sign, Breaker]>([
    [closed, 'answered', closed],
    [closed, 'slow', slowOnce],
    [slowOnce, 'answered', closed],
    [slowOnce, 'slow', open(now + probeEveryMs)],
    [closed, 'away', open(now + probeEveryMs)],
    [slowOnce, 'away', open(now + probeEveryMs)],
    [open(now + 10), 'answered', open(now + 10)],
    [open(now + 10), 'slow', open(now + 10)],
    [open(now + 10), 'away', open(now + 10)],
  ])('%j is, after a search that %s, %j', (before, sign, after) => expect(afterSearch(before, sign, now)).toEqual(after))

  it.each<[Breaker, Sign, Breaker]>([
    [open(now), 'answered', closed],
    [open(now), 'slow', open(now + probeEveryMs)],
    [open(now), 'away', open(now + probeEveryMs)],
    [closed, 'away', closed],
    [slowOnce, 'answered', slowOnce],
  ])('%j is, after a probe that %s, %j', (before, sign, after) => expect(afterProbe(before, sign, now)).toEqual(after))

  it.each<[Breaker, number | null]>([
    [closed, null],
    [slowOnce, null],
    [open(now + 300), 300],
    [open(now - 5), 0],
  ])('%j waits %s ms for its next probe', (breaker, wait) => expect(probeIn(breaker, now)).toBe(wait))
})
