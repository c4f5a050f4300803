import { describe, expect, it } from 'vitest'
import { ids, useFilledIndex } from '#tests/support/filled-index'

const { find } = useFilledIndex()

describe('did you mean', () => {
  it.each(['zidongjiashi', 'zdjs', 'zidongjia', 'zidong jiashi', '自动架驶', '自动驾骏', '由动驾驶'])('offers the right characters for %s, which find what was meant', async (q) => {
    const { didYouMean } = await find({ q })
    expect(didYouMean).toBe('自动驾驶')
    const right = await find({ q: didYouMean ?? '' })
    expect(right).toMatchObject({ step: 'strict', didYouMean: null })
    expect(ids(right)).toContain('2026-01-001')
  })

  it('offers nothing where what was meant was searched for already', async () => {
    expect(await find({ q: '自动驶' })).toMatchObject({ searchedFor: '自动驾驶', didYouMean: null })
  })

  it('offers other words too, and names', async () => {
    expect((await find({ q: 'chenyulan' })).didYouMean).toBe('陈玉兰')
    expect((await find({ q: '贡业软件' })).didYouMean).toBe('工业软件')
    expect((await find({ q: 'Blockchian' })).didYouMean).toBe('blockchain')
    expect((await find({ q: '植保无入机' })).didYouMean).toBe('植保无人机')
  })

  it('offers only what finds something with the same filters', async () => {
    expect((await find({ q: '自动架驶', type: ['scenario'] })).didYouMean).toBe('自动驾驶')
    expect((await find({ q: '自动驾骏', type: ['expert'] })).didYouMean).toBe('自动驾驶')
    expect((await find({ q: '自动架驶', type: ['broker'] })).didYouMean).toBeNull()
    expect((await find({ q: '自动驾骏', type: ['broker'] })).didYouMean).toBeNull()
  })

  it.each(['', '自动驾驶', '公交 矿山', '龘龘龘龘', '有没有自动驾驶', '!!', '-自动驾驶', 'qwrtpsdfg', '软體', `${'长'.repeat(50)}`, '自动 驾驶 公交 矿山 茶叶 电池'])('offers nothing for %s', async (q) => {
    expect((await find({ q })).didYouMean).toBeNull()
  })
})
