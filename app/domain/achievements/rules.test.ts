import { describe, expect, test } from 'vitest'
import { canMove } from '~/domain/kernel/machine'
import { mayBePublished, publicationMachine } from './rules'
import { achievementStates, createInput } from './schema'

describe('achievements', () => {
  test.each(achievementStates.flatMap((from) => achievementStates.map((to) => [from, to] as const)))('%s → %s', (from, to) => {
    expect(canMove(publicationMachine, from, to)).toBe(from !== to)
  })

  test('behind a published one stands a verified organisation, or an inventor who shows themselves', () => {
    expect(mayBePublished({ verified: true }, [])).toBe(true)
    expect(mayBePublished({ verified: false }, [{ listed: true }])).toBe(false)
    expect(mayBePublished(null, [{ listed: false }, { listed: true }])).toBe(true)
    expect(mayBePublished(null, [{ listed: false }])).toBe(false)
  })

  const good = { title: '车载相机在线标定方法', summary: '无需靶标，行驶中完成外参标定。', field: 'transport', trl: '6', iprKind: 'patent', iprNumber: 'ZL202410000001.X', modes: 'licence', priceMin: '30', priceMax: '50', keywords: '标定 相机' }
  test('prices are typed in 万元 and kept in 元', () => {
    const parsed = createInput.parse(good)
    expect([parsed.priceMin?.toFixed(2), parsed.priceMax?.toFixed(2)]).toEqual(['300000.00', '500000.00'])
  })
  test.each([
    ['priceMax', { priceMax: '20' }, 'achievement.price_order'],
    ['iprNumber', { iprKind: 'none' }, 'achievement.number_without_right'],
    ['trl', { trl: '10' }, 'field.out_of_range'],
    ['modes', { modes: [] }, 'field.choose'],
    ['keywords', { keywords: '' }, 'field.too_few'],
    ['inventors.0', { inventors: ['not-an-id'] }, 'field.unknown_choice'],
  ])('%s is refused: %o', (path, change, message) => {
    const issue = createInput.safeParse({ ...good, ...change }).error?.issues[0]
    expect([issue?.path.join('.'), issue?.message]).toEqual([path, message])
  })
})
