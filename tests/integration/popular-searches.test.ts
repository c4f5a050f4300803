import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyQuery, type SearchQuery } from '#search/query'
import { closeDb, db } from '~/domain/kernel/db.server'
import { flushSearches, forgetOldSearches, noteSearch, popularLike, popularSearches, readPopular } from '~/domain/popular-searches/service.server'
import { setEnv } from '~/env.server'
import { reindex } from '~/jobs/reindex'
import { removeSample } from '#prisma/seed/remove'
import { seedSearches } from '#prisma/seed/search-rows'
import { make } from '#tests/support/factories'
import { publishedScenario } from '#tests/support/factories-scenarios'
import { startPortal, type Portal } from '#tests/support/portal'
import { until } from '#tests/support/until'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal({
    prepare: async (values) => {
      setEnv(values)
      const [publisher, reviewer] = [await make.publisher(), await make.reviewer()]
      for (const title of ['夜间自动驾驶环卫作业', '茶叶杀青余热回收']) await publishedScenario(publisher, reviewer.actor, { title })
      await make.researcher({ name: '欧阳听雨', keywords: ['焊接变形'], summary: '研究焊接变形。' })
      await reindex()
    },
  })
})
afterAll(async () => {
  await closeDb()
  await portal.stop()
})

const now = new Date('2026-11-20T02:00:00Z')
const daysLater = (days: number) => new Date(now.getTime() + days * 86_400_000)
const found = { step: 'strict' as const, total: 1 }
async function asked(q: string, times = 1, at = now, query: Partial<SearchQuery> = {}, result: Parameters<typeof noteSearch>[1] = found) {
  for (let time = 0; time < times; time++) noteSearch({ ...emptyQuery, q, ...query }, result, at)
  await flushSearches()
}
const rows = () => db().searchCount.findMany({ orderBy: [{ query: 'asc' }, { day: 'asc' }], select: { query: true, count: true } })

describe('what is asked', () => {
  it('is counted by query and day, and written in one go that adds to what is there', async () => {
    noteSearch({ ...emptyQuery, q: '自动驾驶' }, found, now)
    expect(await rows()).toEqual([])
    await asked('自動駕駛', 2)
    await asked('自动驾驶', 1)
    await asked('自动驾驶', 1, daysLater(1))
    expect(await rows()).toEqual([{ query: '自动驾驶', count: 4 }, { query: '自动驾驶', count: 1 }])
  })

  it('is not counted when nothing was found as typed, with filters, on later pages, or when it may name a person', async () => {
    const before = await rows()
    await asked('茶叶', 9, now, {}, { step: 'strict', total: 0 })
    await asked('茶叶', 9, now, {}, { step: 'near', total: 3 })
    await asked('茶叶', 9, now, {}, null)
    await asked('茶叶', 9, now, { page: 2 })
    await asked('茶叶', 9, now, { type: ['need'] })
    await asked('13812345678', 9)
    await asked('a@example.com', 9)
    expect(await rows()).toEqual(before)
  })

  it('is told to others once it is asked often, and only what stands in public titles', async () => {
    await asked('茶叶 杀青', 4)
    await asked('欧阳听雨', 9)
    await asked('张三丰的秘密', 9)
    expect(await readPopular(daysLater(1))).toEqual([{ q: '自动驾驶', count: 1 }])
    await asked('茶叶 杀青', 2)
    expect(await readPopular(daysLater(1))).toEqual([{ q: '茶叶 杀青', count: 1 }, { q: '自动驾驶', count: 1 }])
    expect(await popularSearches(daysLater(1), 1)).toEqual([{ q: '茶叶 杀青', count: 1 }])
    expect(await popularLike('驾', daysLater(1))).toEqual([{ q: '自动驾驶', parts: [{ text: '自动', mark: false }, { text: '驾', mark: true }, { text: '驶', mark: false }] }])
    expect(await popularLike('自动驾驶', daysLater(1))).toEqual([])
  })

  it('counts no more after 30 days, and is then forgotten', async () => {
    await asked('夜间', 5)
    expect((await readPopular(daysLater(29)))?.map(({ q }) => q)).toContain('夜间')
    expect((await readPopular(daysLater(31)))).toEqual([])
    expect(await forgetOldSearches(daysLater(30))).toBeGreaterThan(2)
    expect(await rows()).toEqual([{ query: '自动驾驶', count: 1 }])
  })

  it('comes with the sample district, and goes with it', async () => {
    await seedSearches(db(), now)
    expect((await readPopular(now))?.map(({ q }) => q)).toEqual(expect.arrayContaining(['自动驾驶', '茶叶 杀青', '余热回收']))
    await asked('自动化', 1)
    await removeSample(db())
    expect((await rows()).map(({ query }) => query)).toContain('自动化')
    expect(await db().searchCount.count({ where: { sample: true } })).toBe(0)
  })
})

describe('the pages', () => {
  const chrome = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36' }
  const text = async (path: string, headers: Record<string, string> = {}) => (await fetch(portal.url + path, { headers })).text()

  it('show what many ask, count people, and count no robots and no API', async () => {
    await db().searchCount.deleteMany()
    const today = new Date()
    for (const q of ['自动驾驶', '茶叶 杀青', '余热回收']) await asked(q, 6, today)
    await db().searchCount.updateMany({ data: { count: 6 } })
    await until(async () => (await text('/')).includes('大家在搜'), 'the list to be renewed', 60)
    for (const path of ['/', '/search', '/search?q=龘龘龘']) expect(await text(path)).toContain('/search?q=%E8%8C%B6%E5%8F%B6%20%E6%9D%80%E9%9D%92')
    expect(await text('/en/search')).toContain('Popular: ')
    expect(await text('/search/suggest')).toContain('大家在搜')
    expect(await text('/search?q=自动驾驶', chrome)).toContain('<mark>自动驾驶</mark>')
    await text('/search?q=自动驾驶', { 'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' })
    await text('/api/v1/search?q=自动驾驶', chrome)
    // What a process has counted it writes when it stops, at the latest.
    await portal.kill('SIGTERM')
    await portal.start()
    expect(Object.fromEntries((await rows()).map(({ query, count }) => [query, count]))).toEqual({ 余热回收: 6, 自动驾驶: 7, '茶叶 杀青': 6 })
  })
})
