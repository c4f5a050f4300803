import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../text/terms'
import { statuses, type SearchStatus } from '../vocabulary'
import { statusOf } from '../window'
import { filtersOf, quoteValue, statusFilter } from './filters'
import { marked, passage, PASSAGE_LENGTH } from './highlight'
import { emptyQuery, hasFilters, MAX_PAGE, parseSearchParams, searchParamsOf } from './params'
import { planOf, type Needle } from './steps'

const now = Math.floor(Date.parse('2026-06-15T04:00:00Z') / 1000)
const day = 86_400
const parse = (address: string) => parseSearchParams(new URLSearchParams(address))
const text = (word: string): Needle => ({ kind: 'text', text: word })
const marks = (parts: { text: string; mark: boolean }[]) => parts.filter(({ mark }) => mark).map((part) => part.text)
const plain = (parts: { text: string }[]) => parts.map((part) => part.text).join('')

describe('an address', () => {
  it('is read in full', () => {
    const { query, ignored } = parse('q= 锂电池 &type=need&type=scenario&theme=smart_city&mode=licence&selection=open_call&funding=lt50&status=open&year=2026&posted=7d&closes=none&sort=closes&page=3')
    expect(ignored).toEqual([])
    expect(query).toEqual({ ...emptyQuery, q: '锂电池', type: ['need', 'scenario'], theme: ['smart_city'], mode: ['licence'], selection: ['open_call'], funding: ['lt50'], status: ['open'], year: [2026], posted: '7d', closes: 'none', sort: 'closes', page: 3 })
  })

  it.each([['type', 'nonsense'], ['mode', 'x'], ['selection', 'raffle'], ['funding', '1e9'], ['status', 'gone'], ['year', '1999'], ['year', '20260'], ['posted', '1d'], ['closes', 'soon'], ['sort', 'price'], ['page', '0'], ['page', '-1'], ['page', '1.5'], ['page', 'x'], ['theme', '" OR 1=1'], ['field', '](x'], ['area', '../etc']])('leaves out %s=%s and names it', (param, value) => {
    const { query, ignored } = parse(new URLSearchParams({ [param]: value }).toString())
    expect(ignored).toEqual([{ param, value }])
    expect(query).toEqual(emptyQuery)
  })

  it('takes only the codes that exist, where they are known', () => {
    const known = { field: new Set(['transport']) }
    expect(parseSearchParams(new URLSearchParams('field=transport&field=rockets'), known)).toMatchObject({ query: { field: ['transport'] }, ignored: [{ param: 'field', value: 'rockets' }] })
  })

  it('takes each value once, at most twenty, and a second of what is one', () => {
    expect(parse('type=need&type=need&type=')).toMatchObject({ query: { type: ['need'] }, ignored: [] })
    const many = parse(Array.from({ length: 25 }, (_, index) => `theme=t${index}`).join('&'))
    expect([many.query.theme.length, many.ignored.length]).toEqual([20, 5])
    expect(parse('sort=posted&sort=funding')).toMatchObject({ query: { sort: 'posted' }, ignored: [{ param: 'sort', value: 'funding' }] })
  })

  it('ends at the last page that can be reached, and says so', () => expect(parse('page=99999999999999999999')).toMatchObject({ query: { page: MAX_PAGE }, ignored: [{ param: 'page' }] }))

  it('comes back from the query as it was', () => {
    const address = 'q=%E9%94%82&type=need&type=scenario&year=2026&posted=30d&sort=closes&page=2'
    expect(searchParamsOf(parse(address).query).toString()).toBe(address)
    expect(searchParamsOf(emptyQuery).toString()).toBe('')
    expect([hasFilters(emptyQuery), hasFilters(parse('q=x&page=2&sort=posted').query), hasFilters(parse('year=2026').query), hasFilters(parse('closes=7d').query)]).toEqual([false, false, true, true])
  })

  it('never throws', () => fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (address) => void parse(address))))
})

describe('filters', () => {
  /** Reads a quoted value as Meilisearch does: up to the first quote without a backslash before it. */
  const quoted = /"((?:[^"\\]|\\.)*)"/gs
  const values = (filter: string) => [...filter.matchAll(quoted)].map(([, value]) => value?.replace(/\\(.)/gs, '$1'))
  const outside = (filter: string) => filter.replace(quoted, 'V')

  it('keep whatever a value holds a value', () => {
    const evil = ['" OR 1=1', '\\" OR type = "need', '\\', '\\\\"', '"] OR (', '\n']
    fc.assert(fc.property(fc.oneof(fc.constantFrom(...evil), fc.string({ unit: 'binary', maxLength: 30 })), (value) => {
      expect(values(quoteValue(value))).toEqual([value])
      expect(outside(quoteValue(value))).toBe('V')
      const [filter = ''] = filtersOf({ ...emptyQuery, theme: [value, 'b'] }, now)
      expect(outside(filter)).toBe('theme IN [V, V]')
    }))
  })

  it('say what was chosen, any of one facet and all of several', () => {
    expect(filtersOf(parse('type=need&mode=licence&mode=service&year=2026').query, now)).toEqual(['type IN ["need"]', 'modes IN ["licence", "service"]', 'year IN [2026]'])
    expect(filtersOf(parse('type=need&year=2026').query, now, 'type')).toEqual(['year IN [2026]'])
    expect(filtersOf(emptyQuery, now)).toEqual([])
    expect(filtersOf(parse('posted=7d').query, now)).toEqual([`postedAt >= ${now - 7 * day}`])
    expect(filtersOf(parse('status=open&status=closed').query, now)).toHaveLength(1)
    expect(filtersOf(parse('status=open').query, now, 'status')).toEqual([])
  })

  it('and statuses are one rule: what a status is, its filter finds, at every border', () => {
    const windows = [-1, 0, 1, 14 * day - 1, 14 * day, 14 * day + 1, 30 * day].flatMap((closes) => [-day, 0, 1].map((opens) => ({ opensAt: now + opens, closesAt: now + closes })))
    const matches = (status: SearchStatus, { opensAt, closesAt }: { opensAt: number; closesAt: number }) =>
      statusFilter(status, now).slice(1, -1).split(' AND ').filter((part) => !part.startsWith('type')).every((part) => {
        const [, field, sign, value] = /^(\w+) (<=|>) (\d+)$/.exec(part) ?? expect.unreachable(part)
        const left = field === 'opensAt' ? opensAt : closesAt
        return sign === '>' ? left > Number(value) : left <= Number(value)
      })
    for (const window of windows) {
      const found = statuses.filter((status) => matches(status, window))
      const status = statusOf(window, now)
      expect(found, JSON.stringify(window)).toContain(status)
      expect(found.filter((one) => one !== 'open' && one !== status)).toEqual([])
    }
  })
})

describe('highlighting', () => {
  it('joins neighbours into one mark, and loses nothing of the text', () => {
    const parts = marked('夜间自动驾驶环卫', [text('自动'), text('动驾'), text('驾驶'), text('环卫')])
    expect(parts).toEqual([{ text: '夜间', mark: false }, { text: '自动驾驶环卫', mark: true }])
    expect(marked('夜间自动的驾驶', [text('自动'), text('驾驶')])).toEqual([{ text: '夜间', mark: false }, { text: '自动', mark: true }, { text: '的', mark: false }, { text: '驾驶', mark: true }])
  })

  it('marks what is written otherwise, in what people wrote', () => {
    expect(marks(marked('車聯網測試', [text('车联网')]))).toEqual(['車聯網'])
    expect(marks(marked('ＶＲ 眼镜', [text('vr')]))).toEqual(['ＶＲ'])
    expect(marks(marked('锂 电 池', [text('锂电池')]))).toEqual(['锂 电 池'])
    expect(marks(marked('重庆永川', [{ kind: 'pinyin', text: 'chongq' }]))).toEqual(['重庆'])
    expect(marks(marked('行长', [{ kind: 'pinyin', text: 'hz' }]))).toEqual(['行长'])
    expect(marks(marked('从庆', [{ kind: 'sound', syllables: ['chong', 'qing'] }]))).toEqual(['从庆'])
  })

  it('marks a Latin word from its beginning only', () => {
    expect(marks(marked('AI 与 RAID', [text('ai')]))).toEqual(['AI'])
    expect(marks(marked('5G基站', [text('5g')]))).toEqual(['5G'])
  })

  it('gives the text back whole, whatever is looked for', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(fc.string({ unit: 'grapheme', maxLength: 3 }), { maxLength: 3 }), (given, needles) => {
      const parts = marked(given, needles.map(text))
      expect(plain(parts)).toBe(given)
      for (const [index, part] of parts.entries()) expect(part.mark && parts[index + 1]?.mark).toBeFalsy()
    }))
  })

  it('cuts the passage where most was found, with its ends shown', () => {
    const long = `${'前言。'.repeat(60)}希望结合天敌释放与色板诱杀防治病虫害，形成规程。${'后记。'.repeat(60)}`
    const parts = passage(['没有', long], [text('病虫害'), text('天敌')], false)
    expect(marks(parts)).toEqual(['天敌', '病虫害'])
    expect([parts[0], parts.at(-1)]).toEqual([{ text: '…', mark: false }, { text: '…', mark: false }])
    expect(plain(parts).length).toBeLessThanOrEqual(PASSAGE_LENGTH + 3)
    expect(long).toContain(plain(parts.slice(1, -1)))
  })

  it('begins at the first text that is there when nothing was found, and never cuts a character in two', () => {
    expect(plain(passage(['', '  ', '茶叶杀青'], [text('锂')], true))).toBe('茶叶杀青')
    expect(passage([], [text('锂')], true)).toEqual([])
    const emoji = '😀'.repeat(90)
    // A lone half of a pair does not survive being written as UTF-8.
    for (const lead of ['', 'a']) expect(plain(passage([lead + emoji], [], false))).toBe(Buffer.from(plain(passage([lead + emoji], [], false))).toString())
  })
})

// What the steps find, and which one is taken, tests/integration/search-query.test.ts asks of a real Meilisearch.
describe('the steps from strict to loose', () => {
  const planFor = (q: string) => planOf(parseQuery(q), q) ?? expect.unreachable('no plan')
  const codes = (q: string) => planFor(q).looser().map(({ code }) => code)

  it('are the readings that differ, in their order', () => {
    expect(codes('請問軟體測試')).toEqual(['regional', 'sound', 'near', 'question', 'words'])
    expect(codes('zidongjiashi')).toContain('pinyin')
    expect(codes('园区无人驾驶矿车')[0]).toBe('synonyms')
    for (const q of ['茶叶 火箭', '锂电池回收', 'lidar']) {
      const asked = planFor(q).looser().filter(({ code }) => code !== 'near').map((step) => step.q)
      expect(new Set(asked).size).toBe(asked.length)
      expect(asked).not.toContain(planFor(q).strict?.q)
    }
  })

  it('ask in tokens only, whatever was typed', () => {
    fc.assert(fc.property(fc.oneof(fc.constant('锂电池" OR type = "need (x) 回收 -y'), fc.constant('⺀⺁茶'),  fc.string({ unit: 'grapheme', maxLength: 30 })), (typed) => {
      const plan = planOf(parseQuery(typed), typed)
      for (const step of plan ? [...(plan.strict ? [plan.strict] : []), ...plan.looser()] : []) expect(step.q.replace(/[\p{L}\p{N}\p{M}]/gu, '')).toMatch(/^[" -]*$/)
    }))
  })

  it('name the words that were dropped, and keep what is excluded', () => {
    const plan = planFor('茶叶 火箭 -飞机')
    const [first, ...others] = plan.words()
    if (!first) return expect.unreachable('no words')
    const step = plan.some([first], others.map((word) => word.text))
    expect(step).toMatchObject({ code: 'some', dropped: others.map((word) => word.text) })
    expect(step.q).toMatch(/^-"\w+" "\w+"$/)
  })

  it('are none where there is nothing to look for; a query of too many terms has no strict one', () => {
    expect(planOf(parseQuery('？'), '？')).toBeNull()
    const many = Array.from({ length: 12 }, (_, index) => `词${String.fromCharCode(0x4e00 + index)}`).join(' ')
    expect(planFor(many).strict).toBeNull()
    expect(planFor(many).words().length).toBeLessThanOrEqual(10)
  })
})
