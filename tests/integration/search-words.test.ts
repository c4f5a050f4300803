import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useOwnLines } from '#search/text/words'
import { db } from '~/domain/kernel/db.server'
import { freshWords } from '~/domain/search-words/fresh.server'
import { addLine, listWords, removeLine, restoreLine } from '~/domain/search-words/service.server'
import { searchPortal } from '~/domain/searching/service.server'
import { countDrift, reindex } from '~/jobs/reindex'
import { useDatabase } from '#tests/support/database'
import { drain } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { publishedScenario } from '#tests/support/factories-scenarios'
import { refusal } from '#tests/support/refusal'

useDatabase()

const now = new Date('2026-11-20T02:00:00Z')
let administrator: Awaited<ReturnType<typeof make.administrator>>['actor']

beforeAll(async () => {
  administrator = (await make.administrator()).actor
  const [publisher, reviewer] = [await make.publisher(), await make.reviewer()]
  for (const title of ['旺龙湖园区苗木快繁车间', '夜间自动驾驶环卫', '无人驾驶接驳示范']) await publishedScenario(publisher, reviewer.actor, { title })
  await reindex()
  await drain()
})
afterAll(() => useOwnLines([]))

/** What a question finds as it stands, once the work that a change left is done. */
async function found(q: string): Promise<string[]> {
  await drain()
  await freshWords('at once')
  const { result } = await searchPortal(new URLSearchParams({ q }), now)
  return result?.step === 'strict' ? result.hits.map(({ title }) => title.map(({ text }) => text).join('')).sort() : []
}
const line = { kind: 'synonym' as const, line: '组培育苗 = 苗木快繁' }

describe('the search words of a district', () => {
  it('count in the next question, and no document is made anew', async () => {
    expect(await found('组培育苗')).toEqual([])
    await addLine(administrator, line, { now })
    expect(await found('组培育苗')).toEqual(['旺龙湖园区苗木快繁车间'])
    expect(await found('苗木快繁 车间')).toEqual(['旺龙湖园区苗木快繁车间'])
    expect(await countDrift()).toBe(0)
    expect(await db().auditEntry.findFirst({ where: { operation: 'search_words.add' } })).toMatchObject({ actorId: administrator.accountId, detail: { line: line.line } })
  })

  it('outlive a rebuilt index', async () => {
    await reindex()
    expect(await found('组培育苗')).toEqual(['旺龙湖园区苗木快繁车间'])
  })

  it('are one line a word: another line that has it is named', async () => {
    const { errors } = await refusal(addLine(administrator, { kind: 'synonym', line: '快速繁育 = 苗木快繁' }, { now }))
    expect(errors).toEqual([{ path: 'line', message: { key: 'words.on_a_line', params: { word: '苗木快繁', line: line.line } } }])
    const listed = await refusal(addLine(administrator, { kind: 'synonym', line: '自动驾驶 = 自驾游' }, { now }))
    expect(listed.errors[0]?.message).toMatchObject({ key: 'words.on_a_line', params: { word: '自动驾驶' } })
  })

  it('add to a line of the lists, with what that line already says', async () => {
    const both = ['夜间自动驾驶环卫', '无人驾驶接驳示范'].sort()
    expect(await found('自动驾驶')).toEqual(both)
    const [listed] = (await listWords(administrator, { q: '无人驾驶' }, { now })).lines.filter(({ kind, line: text }) => kind === 'synonym' && text.split(' = ').includes('自动驾驶'))
    if (!listed) return expect.unreachable('自动驾驶 stands in no list')
    await removeLine(administrator, listed, { now })
    expect(await found('自动驾驶')).toEqual(['夜间自动驾驶环卫'])
    expect((await listWords(administrator, { q: '无人驾驶' }, { now })).lines[0]).toMatchObject({ line: listed.line, origin: 'removed' })
    expect((await refusal(removeLine(administrator, listed, { now }))).code).toBe('conflict')
    await addLine(administrator, { kind: 'synonym', line: '自动驾驶 = 不用人开' }, { now })
    expect((await refusal(restoreLine(administrator, listed, { now }))).said).toMatchObject({ key: 'words.on_a_line' })
    await removeLine(administrator, { kind: 'synonym', line: '自动驾驶 = 不用人开' }, { now })
    await restoreLine(administrator, listed, { now })
    expect(await found('自动驾驶')).toEqual(both)
  })

  it('of questions are taken out of the next question', async () => {
    const ask = async () => {
      await drain()
      await freshWords('at once')
      return (await searchPortal(new URLSearchParams({ q: '晓不晓得苗木快繁' }), now)).result?.step
    }
    expect(await ask()).not.toBe('question')
    await addLine(administrator, { kind: 'question', line: '晓不晓得' }, { now })
    expect(await ask()).toBe('question')
  })

  it('are gone when they are taken out; a line that is none is a 404, and nobody else may', async () => {
    await removeLine(administrator, line, { now })
    expect(await found('组培育苗')).toEqual([])
    expect((await refusal(removeLine(administrator, { kind: 'synonym', line: '没有 = 这行' }, { now }))).code).toBe('not_found')
    expect((await refusal(addLine((await make.reviewer()).actor, line, { now }))).code).toBe('forbidden')
  })
})
