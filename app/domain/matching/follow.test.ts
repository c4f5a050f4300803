import { describe, expect, it } from 'vitest'
import { barOf, mustLookAtAll, type Ranks } from './follow'
import { mostKept } from './rules'

const kept: Ranks[] = [{ id: 'p1', kind: 'person', order: 80 }, { id: 'p2', kind: 'person', order: 60 }, { id: 'p3', kind: 'person', order: 50 }, { id: 'b1', kind: 'broker', order: 40 }]
const more = mostKept + 1
const after = (id: string, order: number | null, found = more) => mustLookAtAll(kept, found, new Map([[id, order]]))

describe('when a changed candidate asks for a look at the whole pool', () => {
  it('never where all that were found are kept', () => {
    expect([after('p1', null, mostKept), after('p3', 1, mostKept)]).toEqual([false, false])
  })

  it('when it leaves, or sinks below the others of its kind: one that is not kept may be better', () => {
    expect([after('p1', null), after('p1', 49), after('p3', 49), after('b1', 39)]).toEqual([true, true, true, true])
  })

  it('not when it rises, sinks among the others, or was not kept', () => {
    expect([after('p3', 90), after('p1', 55), after('p1', 50), after('x', null), after('x', 10)]).toEqual([false, false, false, false, false])
  })

  it('when one of two that change at once stays below where the last one stood', () => {
    expect(mustLookAtAll(kept, more, new Map([['p3', 70], ['p2', 45]]))).toBe(true)
    expect(mustLookAtAll(kept, more, new Map([['p3', 70], ['p2', 52]]))).toBe(false)
  })
})

describe('from where on somebody new is kept', () => {
  it('is anything that suits while there is room, else more than the last', () => {
    expect([barOf(kept, 4, 20), barOf(kept, more, 20), barOf([], 0, 20)]).toEqual([20, 40, 20])
  })
})
