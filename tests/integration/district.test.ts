import { describe, expect, it } from 'vitest'
import { addCalendarDays, readCalendar, removeCalendarDay } from '~/domain/district/calendar.server'
import { assertKnown } from '~/domain/district/codes.server'
import { addEntry, readLists, renameEntry, restoreEntry, retireEntry } from '~/domain/district/lists.server'
import { areaChoices, labels, workCalendar } from '~/domain/district/service.server'
import { changeSettings, readSettings } from '~/domain/district/settings.server'
import { visitor } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { addWorkingDays } from '~/domain/kernel/time'
import { useDatabase } from '#tests/support/database'
import { make } from '#tests/support/factories'
import { refusal } from '#tests/support/refusal'
import { until } from '#tests/support/until'

useDatabase()

const call = { now: new Date('2027-03-01T04:00:00Z') }
const lastAudit = (operation: string) => db().auditEntry.findFirstOrThrow({ where: { operation }, orderBy: { id: 'desc' } })
const settings = async () => {
  const { updatedAt: _, ...values } = await readSettings((await make.administrator()).actor, {})
  return values
}

describe('the settings', () => {
  it('are changed once for each version, with old and new values in the audit trail', async () => {
    const { actor } = await make.administrator()
    const before = await settings()
    const typed = { ...before, phone: '023-4980 1111', scenariosPerYear: '120', secondReviewFrom: '6,000,000', regionCode: '500118' }
    expect(await changeSettings(actor, typed)).toEqual({ changed: 3 })
    expect(await settings()).toMatchObject({ phone: '023-4980 1111', scenariosPerYear: 120, secondReviewFrom: '6000000.00', version: before.version + 1 })
    expect((await lastAudit('district.change_settings')).detail).toEqual({ phone: { from: before.phone, to: '023-4980 1111' }, scenariosPerYear: { from: '100', to: '120' }, secondReviewFrom: { from: '5000000', to: '6000000' } })
    const stale = await refusal(changeSettings(actor, { ...typed, scenariosPerYear: '150' }))
    expect([stale.code, stale.said.key]).toEqual(['conflict', 'error.stale'])
    expect((await settings()).scenariosPerYear).toBe(120)
  })

  it('take a district by its name, and say which field is wrong', async () => {
    const { actor } = await make.administrator()
    const now = await settings()
    await changeSettings(actor, { ...now, regionCode: '永川区' })
    expect((await settings()).regionCode).toBe('500118')
    const wrong = async (values: Record<string, string>) => (await refusal(changeSettings(actor, { ...(await settings()), ...values }))).errors.map(({ path, message }) => [path, message.key])
    expect(await wrong({ nameZh: ' ', phone: '打给我', reviewDays: '0', notifyFromScore: '101', contractAmount: 'both', secondReviewFrom: '-1' })).toEqual([['nameZh', 'field.required'], ['phone', 'phone.wrong'], ['contractAmount', 'field.unknown_choice'], ['secondReviewFrom', 'money.negative'], ['reviewDays', 'field.out_of_range'], ['notifyFromScore', 'field.out_of_range']])
    expect(await wrong({ regionCode: '999999' })).toEqual([['regionCode', 'region.unknown']])
    expect(await wrong({ questionsCloseDays: '1', answersDueDays: '2' })).toEqual([['answersDueDays', 'settings.answers_after_questions']])
  })

  it('are for administrators alone', async () => {
    const { actor: reviewer } = await make.reviewer()
    expect((await refusal(readSettings(reviewer, {}))).code).toBe('forbidden')
    expect((await refusal(changeSettings(reviewer, await settings()))).code).toBe('forbidden')
    expect((await refusal(changeSettings(visitor, {}))).code).toBe('sign_in')
  })
})

describe.each(['area', 'theme'] as const)('the list of %ss', (kind) => {
  const find = async (key: string) => (await readLists((await make.administrator()).actor, {}))[kind].find((entry) => entry.key === key)

  it('grows, is renamed, and lets an entry go without taking its name from records', async () => {
    const { actor } = await make.administrator()
    const { key } = await addEntry(actor, { kind, nameZh: '低空经济', nameEn: 'Low-altitude economy' })
    expect(key).toBe('low_altitude_economy')
    expect((await readLists(actor, {}))[kind].at(-1)).toEqual({ kind, key, nameZh: '低空经济', nameEn: 'Low-altitude economy', active: true })
    const rename = { kind, key, nameZh: '低空产业', nameEn: 'Low-altitude industry', seenZh: '低空经济', seenEn: 'Low-altitude economy' }
    await renameEntry(actor, rename)
    expect((await refusal(renameEntry(actor, rename))).said).toEqual({ key: 'list.renamed_meanwhile', params: { name: '低空产业' } })
    await retireEntry(actor, { kind, key })
    expect(await find(key)).toMatchObject({ nameZh: '低空产业', active: false })
    expect((await refusal(retireEntry(actor, { kind, key }))).said.key).toBe('list.retired_already')
    // Pages may be five seconds behind.
    await until(async () => (await labels(kind, 'zh-CN')).get(key) === '低空产业', 'the new name')
    expect((await refusal(assertKnown({ path: 'code', scheme: kind, codes: [key] }))).errors.map(({ path }) => path)).toEqual(['code'])
    expect((await areaChoices('zh-CN')).some(({ value }) => value === key)).toBe(false)
    await restoreEntry(actor, { kind, key })
    expect(await find(key)).toMatchObject({ active: true })
    const trail = await db().auditEntry.findMany({ where: { entity: kind, entityId: key }, orderBy: { id: 'asc' } })
    expect(trail.map(({ operation }) => operation)).toEqual([`district.add_${kind}`, `district.rename_${kind}`, `district.retire_${kind}`, `district.restore_${kind}`])
  })

  it('refuses names that are taken or give no code, and entries that are not there', async () => {
    const { actor } = await make.administrator()
    const [first] = (await readLists(actor, {}))[kind]
    const wrong = async (nameZh: string, nameEn: string) => (await refusal(addEntry(actor, { kind, nameZh, nameEn }))).errors.map(({ path, message }) => [path, message.key])
    expect(await wrong(first?.nameZh ?? '', 'Something new')).toEqual([['nameZh', 'list.name_taken']])
    expect(await wrong('新的', (first?.nameEn ?? '').toUpperCase())).toEqual([['nameEn', 'list.name_taken']])
    expect(await wrong('新的', '12 34')).toEqual([['nameEn', 'list.no_letters']])
    expect(await wrong('新', '')).toEqual([['nameZh', 'field.too_short'], ['nameEn', 'field.required']])
    expect((await refusal(retireEntry(actor, { kind, key: 'nowhere' }))).code).toBe('not_found')
  })

  it('keeps its last entry, also when two go at once', async () => {
    const { actor } = await make.administrator()
    const keys = (await readLists(actor, {}))[kind].map(({ key }) => key)
    for (const key of keys.slice(2)) await retireEntry(actor, { kind, key })
    const results = await Promise.allSettled(keys.slice(0, 2).map((key) => retireEntry(actor, { kind, key })))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await readLists(actor, {}))[kind].filter(({ active }) => active)).toHaveLength(1)
  })

  it('is changed by administrators alone', async () => {
    const { actor: reviewer } = await make.reviewer()
    expect((await refusal(addEntry(reviewer, { kind, nameZh: '新的', nameEn: 'New one' }))).code).toBe('forbidden')
    expect((await refusal(readLists(reviewer, {}))).code).toBe('forbidden')
    expect((await refusal(addEntry(visitor, { kind, nameZh: '新的', nameEn: 'New one' }))).code).toBe('sign_in')
  })
})

describe('the calendar', () => {
  it('takes a run of days and gives one back; working days follow', async () => {
    const { actor } = await make.administrator()
    expect(await addCalendarDays(actor, { first: '2027-05-01', last: '2027-05-05', name: '劳动节' }, call)).toEqual({ added: 5 })
    expect(await addCalendarDays(actor, { first: '2027-05-08', working: 'on', name: '' }, call)).toEqual({ added: 1 })
    expect((await readCalendar(actor, {}, call)).map(({ day, working, name }) => [day, working, name])).toEqual([
      ...[1, 2, 3, 4, 5].map((n) => [`2027-05-0${n}`, false, '劳动节']), ['2027-05-08', true, null],
    ])
    await removeCalendarDay(actor, { day: '2027-05-05' }, call)
    expect((await refusal(removeCalendarDay(actor, { day: '2027-05-05' }, call))).code).toBe('not_found')
    // From Friday 30 April: the 5th is a Wednesday again, the 8th a working Saturday.
    await until(async () => (await workCalendar()).get('2027-05-08') === true && !(await workCalendar()).has('2027-05-05'), 'the new calendar')
    expect([1, 2, 3, 4].map((days) => addWorkingDays('2027-04-30', days, new Map()))).toEqual(['2027-05-03', '2027-05-04', '2027-05-05', '2027-05-06'])
    const calendar = await workCalendar()
    expect([1, 2, 3, 4].map((days) => addWorkingDays('2027-04-30', days, calendar))).toEqual(['2027-05-05', '2027-05-06', '2027-05-07', '2027-05-08'])
    expect((await lastAudit('district.remove_day')).detail).toEqual({ working: false, name: '劳动节' })
  })

  it('refuses what is past, turned round, too long or set already', async () => {
    const { actor } = await make.administrator()
    const wrong = async (values: Record<string, string>) => (await refusal(addCalendarDays(actor, values, call))).errors.map(({ path, message }) => [path, message.key])
    expect(await wrong({ first: '2027-02-28' })).toEqual([['first', 'day.in_the_past']])
    expect(await wrong({ first: '2027-06-02', last: '2027-06-01' })).toEqual([['last', 'day.order']])
    expect(await wrong({ first: '2027-06-01', last: '2027-07-02' })).toEqual([['last', 'calendar.too_long']])
    expect(await wrong({ first: '2027-06-01', last: '9999-12-31' })).toEqual([['last', 'day.not_a_day']])
    expect(await wrong({ first: '2027-04-30', last: '2027-05-02' })).toEqual([['first', 'calendar.taken']])
    expect(await wrong({ first: '2027-02-30', last: 'x' })).toEqual([['first', 'day.not_a_day'], ['last', 'day.not_a_day']])
    expect((await refusal(addCalendarDays((await make.reviewer()).actor, { first: '2027-06-01' }, call))).code).toBe('forbidden')
  })
})
