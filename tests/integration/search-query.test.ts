import { describe, expect, it } from 'vitest'
import { emptyQuery, parseSearchParams, search, suggestSimilar, type SearchQuery } from '#search/query'
import { sampleSources } from '#search/testing/samples'
import { documents, ids, index, now, useFilledIndex } from '#tests/support/filled-index'

const { own, find } = useFilledIndex()
const at = (address: string) => search(own.client, index, parseSearchParams(new URLSearchParams(address)).query, { now })
const textOf = (parts: { text: string }[]) => parts.map(part => part.text).join('')
const marks = (parts: { text: string; mark: boolean }[]) => parts.filter(part => part.mark).map(part => part.text)

describe('Chinese as people type it', () => {
  it('finds a word inside a longer one, and does not call that a relaxation', async () => {
    const pests = await find({ q: '虫害' })
    expect(pests.step).toBe('strict')
    expect(ids(pests)).toContain('n-pests')
    expect(ids(await find({ q: '锂电' }))).toEqual(expect.arrayContaining(['n-battery', 'a-battery']))
  })

  it('finds words with a space between them, in any order', async () => {
    const result = await find({ q: '招商 公司' })
    expect(result.step).toBe('strict')
    expect(ids(result)).toEqual(['2026-01-005'])
    expect(ids(await find({ q: '公司 招商' }))).toEqual(ids(result))
    expect(ids(await find({ q: '自动 驾驶' }))).toContain('2026-01-001')
  })

  it('searches for what was meant when a character is missing, and says so', async () => {
    const result = await find({ q: '缺检测' })
    expect([result.step, result.searchedFor]).toEqual(['near', '缺陷检测'])
    expect(ids(result).slice(0, 2).sort()).toEqual(['a-vision', 'n-casting'])
    expect(marks(result.hits.flatMap(hit => hit.title))).toContain('缺陷检测')
    expect(await find({ q: '"缺检测"' })).toMatchObject({ searchedFor: null })
    // Cut out of 管理系统, but nothing says that anything else was meant.
    expect(await find({ q: '理系统' })).toMatchObject({ step: 'strict', searchedFor: null })
  })

  it('reads traditional characters and the words of Taiwan', async () => {
    expect(ids(await find({ q: '鋰電池' }))).toContain('n-battery')
    expect(ids(await find({ q: '建築' }))).toContain('n-building')
    const software = await find({ q: '軟體' })
    expect(software.step).toBe('regional')
    expect(ids(software)).toContain('a-software')
  })

  it.each([['zidongjiashi'], ['zidongjia'], ['zidongjiash'], ['zdjs'], ['zidong jiashi'], ['ZiDongJiaShi']])('reads pinyin: %s', async q => {
    const result = await find({ q })
    expect(result.step).toBe('pinyin')
    expect(ids(result)).toContain('2026-01-001')
    expect(marks(result.hits[0]?.title ?? [])).toEqual([q === 'zidongjia' ? '自动驾' : '自动驾驶'])
  })

  it('reads the pinyin of a name', async () => {
    expect(ids(await find({ q: 'chenyulan' }))).toContain('e-tea')
    expect(ids(await find({ q: 'cyl' }))).toContain('e-tea')
  })

  it('finds Latin letters and digits in Chinese, half-width and full-width', async () => {
    expect(ids(await find({ q: '5G' }))).toContain('n-5g')
    expect(ids(await find({ q: '５Ｇ' }))).toContain('n-5g')
    expect(ids(await find({ q: 'L4级' }))).toContain('2026-01-001')
    expect(ids(await find({ q: 'Ｌ４级' }))).toContain('2026-01-001')
    expect(ids(await find({ q: '5G 基站' }))).toContain('n-5g')
  })

  it('forgives one same-sounding character and says so', async () => {
    const result = await find({ q: '自动架驶' })
    expect(result.step).toBe('sound')
    expect(ids(result)).toContain('2026-01-001')
    expect(marks(result.hits[0]?.title ?? [])).toEqual(['自动驾驶'])
  })

  it('forgives a missing character and says so', async () => {
    const result = await find({ q: '绿色防技术' })
    expect(result.step).toBe('near')
    expect(ids(result)).toEqual(['n-pests'])
  })

  it('forgives a slip in a Latin word', async () => {
    const result = await find({ q: 'blockchian' })
    expect(result.step).toBe('near')
    expect(ids(result)).toContain('a-trace')
  })

  it('answers a question in natural words', async () => {
    const result = await find({ q: '有没有做锂电池回收的企业？' })
    expect(result.step).toBe('question')
    expect(ids(result)).toContain('n-battery')
    expect(ids(await find({ q: '请问谁能解决茶叶烘干的问题' }))).toContain('e-tea')
  })

  it('knows the words that mean the same, and puts the word that was typed first', async () => {
    const result = await find({ q: '无人驾驶' })
    expect(result.step).toBe('strict')
    expect(ids(result)).toEqual(expect.arrayContaining(['2026-01-001', 'e-driving', 'n-mine']))
    expect(ids(result)[0]).toBe('n-mine')
    expect(ids(await find({ q: '无人驾驶测试场' }))).toContain('2026-01-001')
    expect((await find({ q: '无人驾驶测试场' })).step).toBe('synonyms')
  })

  it('keeps quoted words together and takes them literally', async () => {
    expect(ids(await find({ q: '"自动驾驶 测试"' }))).not.toContain('e-driving')
    expect(ids(await find({ q: '“无人驾驶”' }))).toEqual(['n-mine'])
  })

  it('leaves out what is excluded', async () => {
    const result = await find({ q: '自动驾驶 -矿山' })
    expect(ids(result)).toContain('2026-01-001')
    expect(ids(result)).not.toContain('n-mine')
  })

  it('keeps as many of the words as anything has, and names those it dropped', async () => {
    const result = await find({ q: '锂电池 回收 月球' })
    expect(result.step).toBe('some')
    expect(result.dropped).toEqual(['月球'])
    expect(ids(result)[0]).toBe('n-battery')
  })

  it('says when nothing at all is there', async () => {
    const result = await find({ q: '甪龘齉' })
    expect(result).toMatchObject({ total: 0, hits: [], also: null })
  })

  it('adds what a looser reading finds when there is little', async () => {
    const result = await find({ q: '锂电池回收' })
    expect(result.step).toBe('strict')
    expect(ids(result)).toEqual(['n-battery'])
    expect(result.also?.step).toBe('synonyms')
    expect(result.also?.hits.map(hit => hit.recordId)).toEqual(['a-battery'])
  })
})

describe('what a result shows', () => {
  it('joins the marked characters and keeps the text as written', async () => {
    const hit = (await find({ q: '自动驾驶' })).hits.find(found => found.recordId === '2026-01-001')
    expect(hit?.title).toEqual([{ text: 'L4级', mark: false }, { text: '自动驾驶', mark: true }, { text: '公交示范线与测试场', mark: false }])
    expect(hit?.url).toBe('/scenarios/2026-01-001')
  })

  it('crops the passage that matched to about 80 characters', async () => {
    const hit = (await find({ q: '黑水虻' })).hits.find(found => found.recordId === 'n-pests')
    expect(marks(hit?.passage ?? [])).toEqual(['黑水虻'])
    expect(textOf(hit?.passage ?? []).length).toBeLessThanOrEqual(82)
    expect(textOf(hit?.passage ?? []).startsWith('…')).toBe(true)
  })

  it('derives the status from the window and the time', async () => {
    const status = async (id: string, type: SearchQuery['type']) => (await find({ type, q: '' })).hits.find(hit => hit.recordId === id)?.status
    expect(await status('n-battery', ['need'])).toBe('open')
    expect(await status('n-5g', ['need'])).toBe('closing_soon')
    expect(await status('n-building', ['need'])).toBe('closed')
    expect(await status('n-mine', ['need'])).toBe('upcoming')
    expect(await status('e-tea', ['expert'])).toBeNull()
  })
})

describe('filters, counts and order', () => {
  it('counts every kind for the tabs, whichever is chosen', async () => {
    const all = await find({ q: '' })
    const needs = await find({ q: '', type: ['need'] })
    expect(all.total).toBe(sampleSources.length)
    expect(needs.tabs).toEqual(all.tabs)
    expect(needs.total).toBe(all.tabs.need)
    expect(Object.values(all.tabs).every(count => count > 0)).toBe(true)
  })

  it('keeps the other values of a facet that is narrowed countable', async () => {
    const whole = await find({ q: '' })
    const narrowed = await find({ q: '', field: ['new_energy'] })
    expect(narrowed.facets.field).toEqual(whole.facets.field)
    expect(narrowed.total).toBe(whole.facets.field.find(({ value }) => value === 'new_energy')?.count)
    expect(narrowed.facets.area.reduce((sum, { count }) => sum + count, 0)).toBeLessThan(whole.facets.area.reduce((sum, { count }) => sum + count, 0))
  })

  it.each(['open', 'closing_soon', 'upcoming', 'closed'] as const)('filters and counts the status %s by the same rule', async status => {
    const result = await find({ q: '', status: [status] })
    expect(result.total).toBeGreaterThan(0)
    expect(result.total).toBe((await find({ q: '' })).statuses[status])
    const allowed = status === 'open' ? ['open', 'closing_soon'] : [status]
    expect(result.hits.every(hit => allowed.includes(hit.status ?? ''))).toBe(true)
  })

  it('filters by money, mode, selection, industry, area, theme, year and dates', async () => {
    expect(ids(await at('funding=gt200&type=need'))).toEqual(['n-mine'])
    expect(ids(await at('funding=negotiable&type=need'))).toEqual(['n-building'])
    expect(ids(await at('mode=equity&type=need'))).toEqual(['n-mine'])
    expect(ids(await at('selection=parallel'))).toEqual(['n-mine'])
    expect(ids(await at('industry=C38&type=need'))).toEqual(['n-battery'])
    expect(ids(await at('theme=modern_agriculture&type=scenario'))).toEqual(['2026-01-003'])
    expect(ids(await at('year=2025&type=scenario'))).toEqual(['2025-04-100'])
    expect(ids(await at('closes=7d'))).toEqual(['n-5g'])
    expect(ids(await at('closes=none'))).toEqual(['2026-01-004'])
    expect((await at('posted=7d')).hits.every(hit => hit.postedAt.getTime() >= now.getTime() - 7 * 86_400_000)).toBe(true)
    expect((await at('area=fenghuanghu&area=sanjiao')).hits.every(hit => ['fenghuanghu', 'sanjiao'].includes(hit.area ?? ''))).toBe(true)
  })

  it('says how much there is without the filters', async () => {
    const result = await at('q=锂电池&year=2019')
    expect(result.total).toBe(0)
    expect(result.withoutFilters).toBe((await find({ q: '锂电池' })).total)
  })

  it('orders by deadline: the next first, those over last, over page borders too', async () => {
    const all = await search(own.client, index, { ...emptyQuery, sort: 'closes', type: ['need', 'scenario'] }, { now, limit: 100 })
    const times = all.hits.map(hit => hit.closesAt?.getTime() ?? Number.MAX_SAFE_INTEGER)
    const over = times.findIndex(time => time <= now.getTime())
    expect(over).toBeGreaterThan(0)
    expect(times.slice(0, over)).toEqual([...times.slice(0, over)].sort((a, b) => a - b))
    expect(times.slice(over)).toEqual([...times.slice(over)].sort((a, b) => b - a))
    const paged: string[] = []
    for (let page = 1; page <= Math.ceil(all.total / 3); page++) {
      paged.push(...ids(await search(own.client, index, { ...emptyQuery, sort: 'closes', type: ['need', 'scenario'], page }, { now, limit: 3 })))
    }
    expect(paged).toEqual(ids(all))
  })

  it('orders by time and by money', async () => {
    const posted = (await find({ sort: 'posted' })).hits.map(hit => hit.postedAt.getTime())
    expect(posted).toEqual([...posted].sort((a, b) => b - a))
    const money = (await find({ sort: 'funding', type: ['need'] })).hits.map(hit => hit.fundingMax ?? -1)
    expect(money).toEqual([...money].sort((a, b) => b - a))
    expect(ids(await find({ sort: 'relevance' }))).toEqual(ids(await find({ sort: 'posted' })))
  })

  it('pages without repeating, and gives the last page for one beyond it', async () => {
    const first = await find({ page: 1 })
    const second = await find({ page: 2 })
    expect(first.hits).toHaveLength(20)
    expect(new Set([...ids(first), ...ids(second)]).size).toBe(first.hits.length + second.hits.length)
    const beyond = await at('page=1000000000')
    expect(beyond.page).toBe(beyond.pages)
    expect(beyond.hits.length).toBeGreaterThan(0)
  })
})

describe('hostile input', () => {
  const hostile = [
    '', ' ', '　', '虫'.repeat(10_000), '自动驾驶'.repeat(5_000), '\u0000\u0007\u200b\ufeff', '！？。，、', '"', '"自动驾驶', '“”""', '-', '--', '- -',
    '" OR 1=1', 'type = "need" OR 1=1', '\\', '\\"', '*', '%%%', '<script>alert(1)</script>', '😀😀', '\ud800', 'a'.repeat(9_999),
    'a b c d e f g h i j k l m n o p', '-自动驾驶', 'x'.repeat(50), '-"', `${'自 '.repeat(400)}`, 'ｆｕｌｌ', '_formatted',
  ]
  it.each(hostile.map(q => [q.slice(0, 30), q]))('answers %j', async (_, q) => {
    const result = await find({ q })
    expect(result.hits.length).toBeLessThanOrEqual(20)
    expect(result.total).toBeGreaterThanOrEqual(result.hits.length)
  })

  it('finds nothing for " OR 1=1 that 1=1 would not be', async () => {
    expect(ids(await find({ q: '自动驾驶" OR 1=1' }))).toEqual(expect.not.arrayContaining(['e-tea']))
  })

  it('says that a query was cut, or had nothing to look for', async () => {
    expect((await find({ q: '自'.repeat(10_001) })).cut).toBe(true)
    expect((await find({ q: '自'.repeat(10_000) })).cut).toBe(false)
    const signs = await find({ q: '！？' })
    expect(signs).toMatchObject({ nothingToFind: true, step: null, total: sampleSources.length })
  })

  it.each(['need" OR type = "expert', '" OR 1=1', '\\', '\\" OR 1=1 --', "' OR ''='", '] OR type EXISTS OR type IN ["x', 'a`b', '\n'])(
    'keeps a filter value a value: %j', async value => {
      for (const facet of ['theme', 'field', 'industry', 'area', 'mode', 'selection'] as const) {
        expect((await find({ [facet]: [value] })).total).toBe(0)
      }
    })

  it('ignores what it does not know and says so', async () => {
    const { query, ignored } = parseSearchParams(new URLSearchParams('type=ship&status=asleep&sort=cheap&page=-1&mode=x&funding=1&q=虫害&utm=1'))
    expect(ignored.map(({ param }) => param).sort()).toEqual(['funding', 'mode', 'page', 'sort', 'status', 'type'])
    expect(ids(await search(own.client, index, query, { now }))).toContain('n-pests')
  })
})

describe('similar records', () => {
  it('shares words, leaves the record itself out, and keeps to the kinds asked for', async () => {
    const battery = documents().find(document => document.recordId === 'n-battery')
    if (!battery) throw new Error('missing sample')
    const similar = await suggestSimilar(own.client, index, battery, 3, { now })
    expect(similar.map(hit => hit.recordId)).toContain('a-battery')
    expect(similar.map(hit => hit.recordId)).not.toContain('n-battery')
    expect(similar.length).toBeLessThanOrEqual(3)
    const achievements = await suggestSimilar(own.client, index, battery, 3, { now, types: ['achievement'] })
    expect(achievements.every(hit => hit.type === 'achievement')).toBe(true)
    expect(await suggestSimilar(own.client, index, { id: 'x', title: '！', keywords: [] }, 3, { now })).toEqual([])
  })
})
