import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likenessOf } from './kinship'
import { askingProfile, profileOf } from './profile'
import { askedOf, poolOf, worthOf } from './relevance'
import { gatherTelling } from './telling'

const words = ['锂电池', '回收', '茶园', '采摘', '机器人', '污水', '膜', 'PLC', '钢', '热处理', '视觉', '压铸', '分选', '烘干']
const text = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((all) => all.join(''))
const profileFrom = (one: string) => profileOf([{ name: 'title', text: one }])

describe('those with the most telling terms', () => {
  it('are the ones whose shared terms are worth the most, the best first, and nobody else', () => {
    fc.assert(fc.property(fc.array(text, { maxLength: 30 }), text, fc.integer({ min: 1, max: 12 }), (all, need, n) => {
      const profiles = all.map(profileFrom)
      const pool = poolOf(profiles)
      const { add, done } = gatherTelling(pool)
      profiles.forEach(add)
      const asking = askingProfile([{ name: 'title', text: need }])
      const asked = askedOf(asking, pool)
      const worth = profiles.map((profile) => [...likenessOf(profile, pool).terms].reduce((sum, term) => sum + worthOf(asked, term), 0))
      const found = done()(asking, asked, n)
      expect(found).toHaveLength(Math.min(n, worth.filter((one) => one > 0).length))
      const left = worth.filter((_, place) => !found.includes(place))
      for (const [at, place] of found.entries()) {
        expect(worth[place]).toBeGreaterThan(0)
        expect(worth[place] ?? 0).toBeLessThan((worth[found[at - 1] ?? place] ?? 0) + 1e-3)
        expect(worth[place] ?? 0).toBeGreaterThan(Math.max(0, ...left) - 1e-3)
      }
    }))
  })
})
