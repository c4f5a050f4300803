import { describe, expect, it } from 'vitest'
import { logOf } from './log'
import { changedFields, differenceOf, keptText, textFields, textOf } from './text'
import { parseNeedFilter, needFilterParams } from './filters'

const need = {
  title: '夜间低照度识别', problem: '检出率只有 81%', indicators: '检出率 ≥ 98%', indicatorRows: [{ name: '检出率', current: '81%', required: '≥ 98%', verification: '实测' }], goal: '46 台车升级', basis: '', keywords: ['视觉', '制动'],
  startsOn: '2027-01-01', endsOn: null, ipr: 'shared', fundingKind: 'range', fundingMin: '600000', fundingMax: '1000000.5', conditions: ['有业绩'], modes: ['licence'], preferredPartners: '', field: 'transport', industry: null,
  discipline: null, areaKey: 'wanglonghu', source: 'self_published', selection: 'open_call', lumpSum: false, teams: 1, criteria: [{ name: '方案', description: '看指标', weight: 100 }], deadline: new Date('2026-12-15T09:00:00Z'), confidentialSummary: '',
}

describe('the kept text of a need', () => {
  it('has amounts in 元 with two decimals, and names exactly the parts that differ', () => {
    const before = textOf(need)
    expect(before.funding).toBe('600000.00-1000000.50')
    expect(changedFields(before, textOf({ ...need, fundingKind: 'negotiable', fundingMin: null, fundingMax: null }))).toEqual(['funding'])
    expect(changedFields(before, textOf({ ...need, endsOn: '2027-12-31', teams: 2, areaKey: null }))).toEqual(['term', 'area', 'teams'])
    expect(changedFields(before, textOf({ ...need }))).toEqual([])
  })

  it.each(textFields)('reads back %s as it was kept', (name) => expect(keptText(JSON.parse(JSON.stringify(textOf(need))))[name]).toBe(textOf(need)[name]))

  it.each([
    ['检出率不低于 95%', '检出率不低于 98%', { lead: '检出率不低于 9', del: '5', ins: '8', tail: '%' }],
    ['', '新写的', { lead: '', del: '', ins: '新写的', tail: '' }],
    ['一二三四五六七八九十甲乙', '一二三四五六七八九十丙乙', { lead: '…三四五六七八九十', del: '甲', ins: '丙', tail: '乙' }],
    ['aa', 'aaa', { lead: 'aa', del: '', ins: 'a', tail: '' }],
  ])('finds where %s became %s', (before, after, cut) => expect(differenceOf(before, after)).toEqual(cut))
})

describe('the log', () => {
  const steps = [
    { occurredAt: new Date('2026-11-03T00:00:00Z'), toState: 'published', reason: null },
    { occurredAt: new Date('2026-11-02T00:00:00Z'), toState: 'changes_requested', reason: '补指标' },
    { occurredAt: new Date('2026-11-01T00:00:00Z'), toState: 'submitted', reason: null },
  ]
  const versions = [
    { createdAt: new Date('2026-11-05T00:00:00Z'), fields: textOf({ ...need, title: '第二版' }) },
    { createdAt: new Date('2026-11-04T00:00:00Z'), fields: textOf({ ...need, title: '第一版' }) },
  ]

  it('tells each change by the text before it and the one after it, newest first', () => {
    const log = logOf(versions, textOf({ ...need, title: '第三版' }), steps, false)
    const titles = log.flatMap((entry) => ('changes' in entry ? entry.changes.map(({ field, before, after }) => [field, before, after]) : []))
    expect(titles).toEqual([['title', '第二版', '第三版'], ['title', '第一版', '第二版']])
  })

  it('keeps what went to and fro before publication from the public', () => {
    const seen = (all: boolean) => logOf([], textOf(need), steps, all).map((entry) => ('step' in entry ? entry.step : ''))
    expect(seen(false)).toEqual(['published', 'submitted'])
    expect(seen(true)).toEqual(['published', 'changes_requested', 'submitted'])
  })

  it('takes a part that an old version does not know for unchanged', () => {
    const { teams: _teams, ...old } = textOf(need)
    expect(logOf([{ createdAt: new Date(0), fields: old }], textOf({ ...need, teams: 3 }), [], false)).toEqual([{ at: new Date(0).toISOString(), changes: [] }])
  })
})

describe('the filters of the list', () => {
  it('are read from an address and written back the same', () => {
    const address = 'field=transport&mode=licence&selection=open_call&funding=lt50&closes=7d&sort=closes&page=2&status=open&status=awarded'
    const { filter, ignored } = parseNeedFilter(new URLSearchParams(address))
    expect(ignored).toEqual([])
    expect(needFilterParams(filter).toString()).toBe(address)
    expect(parseNeedFilter(needFilterParams(filter)).filter).toEqual(filter)
  })

  it('leave out and name what means nothing', () => {
    const { filter, ignored } = parseNeedFilter(new URLSearchParams('status=sleeping&funding=lots&field=nowhere&page=-1'), { field: new Set(['transport']) })
    expect(filter).toMatchObject({ status: [], funding: [], field: [], page: 1, sort: 'posted' })
    expect(ignored.map(({ param }) => param).sort()).toEqual(['field', 'funding', 'page', 'status'])
  })
})
