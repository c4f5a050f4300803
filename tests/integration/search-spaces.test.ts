import { beforeAll, describe, expect, it } from 'vitest'
import { documentOf, type SearchSource } from '#search/document'
import { ensureIndex, putDocuments, waitForTask } from '#search/index-writer'
import { emptyQuery, search } from '#search/query'
import { now, useFilledIndex } from '#tests/support/filled-index'

const { own } = useFilledIndex()

describe('words with a space between them', () => {
  const apart = 'words_apart'
  const record = (id: string, title: string, day: number): SearchSource => ({ type: 'achievement', id, title, summary: '', body: '', keywords: [], version: 1, publishedAt: new Date(Date.UTC(2026, 0, day)) })
  const asked = async (q: string, page = 1, limit = 3) => (await search(own.client, apart, { ...emptyQuery, q, page }, { now, limit })).hits.map(hit => hit.recordId)

  beforeAll(async () => {
    await ensureIndex(own.client, apart)
    // What has both words apart is newer and shorter, so that only the piece can bring the others forward.
    const sources = [
      ...Array.from({ length: 5 }, (_, n) => record(`apart-${n}`, `棉花的采收与干燥${n}`, 20 + n)),
      ...Array.from({ length: 4 }, (_, n) => record(`piece-${n}`, `山区茶园里一种关于棉花采收机具${n}`, 1 + n)),
    ]
    await waitForTask(own.client, (await putDocuments(own.client, apart, sources.map((source) => documentOf(source, now)))).taskUid)
  })

  it('bring forward what has them in one piece, on every page, and lose and double nothing', async () => {
    const pages = [await asked('棉花 采收'), await asked('棉花 采收', 2), await asked('棉花 采收', 3)]
    expect(pages.map(page => page.length)).toEqual([3, 3, 3])
    const all = pages.flat()
    expect(all.slice(0, 4).every(id => id.startsWith('piece'))).toBe(true)
    expect(new Set(all).size).toBe(9)
    expect(all.slice(4).every(id => id.startsWith('apart'))).toBe(true)
    expect((await search(own.client, apart, { ...emptyQuery, q: '棉花 采收' }, { now })).total).toBe(9)
  })

  it('keep their order where it was asked for, and without a piece', async () => {
    expect((await search(own.client, apart, { ...emptyQuery, q: '棉花 采收', sort: 'posted' }, { now })).hits[0]?.recordId).toBe('apart-4')
    expect((await asked('采收 干燥', 1, 9)).length).toBe(5)
    expect((await asked('"棉花" 采收', 1, 9)).length).toBe(9)
  })
})
