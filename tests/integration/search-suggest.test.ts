import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { suggestTitles } from '#search/query'
import { closeDb } from '~/domain/kernel/db.server'
import { setEnv } from '~/env.server'
import { reindex } from '~/jobs/reindex'
import { make } from '#tests/support/factories'
import { publishedScenario } from '#tests/support/factories-scenarios'
import { index, useFilledIndex } from '#tests/support/filled-index'
import { startPortal, type Portal } from '#tests/support/portal'

const { own } = useFilledIndex()
const titles = async (typed: string, n = 8) => (await suggestTitles(own.client, index, typed, n)).map(({ title }) => title.map((part) => (part.mark ? `[${part.text}]` : part.text)).join(''))

describe('titles while one types', () => {
  it.each(['自', '自动', '自动驾', '自动驾驶', '自動駕', 'zidong', 'zidongjiash', 'zdjs'])('has the record at hand after %s, with what matched marked', async (typed) => {
    const found = await titles(typed)
    expect(found.length).toBeGreaterThan(0)
    expect(found.every((title) => title.includes('['))).toBe(true)
    expect(found.some((title) => title.replace(/[[\]]/g, '').includes('自动驾驶'))).toBe(true)
  })

  it('has as many lines as are wanted, and none for what no title has', async () => {
    expect(await titles('电', 1)).toHaveLength(1)
    for (const nothing of ['龘龘龘', '自动龘', '', '，', '"', 'qwrtpsdfg']) expect(await titles(nothing)).toEqual([])
  })
})

describe('the portal', () => {
  let portal: Portal
  beforeAll(async () => {
    portal = await startPortal({
      prepare: async (values) => {
        setEnv(values)
        const [publisher, reviewer] = [await make.publisher(), await make.reviewer()]
        await publishedScenario(publisher, reviewer.actor, { title: '科技生态新城夜间自动驾驶环卫作业' })
        await reindex()
      },
    })
  })
  afterAll(async () => {
    await closeDb()
    await portal.stop()
  })
  const text = async (path: string) => (await fetch(portal.url + path)).text()

  it('answers what to suggest in the language of the page, and keeps nothing of it for others', async () => {
    const answer = await fetch(`${portal.url}/search/suggest?q=自动驾`)
    expect(answer.headers.get('Cache-Control')).toBe('private, max-age=60')
    const { options } = (await answer.json()) as { options: { href: string; note: string; text: { text: string; mark?: boolean }[] }[] }
    const record = options.find(({ href }) => href.startsWith('/scenarios/'))
    expect(record).toMatchObject({ note: '应用场景', text: expect.arrayContaining([{ text: '自动驾', mark: true }]) })
    expect(await text('/en/search/suggest?q=自动驾')).toContain(`"href":"/en${record?.href}"`)
    expect((await fetch(portal.url + (record?.href ?? ''))).status).toBe(200)
  })

  it.each(['', 'q=', 'q=%00', 'q=%', `q=${'长'.repeat(300)}`, 'q=a&q=b', 'q="'])('answers a list whatever is asked: %.40s', async (query) => {
    const answer = await fetch(`${portal.url}/search/suggest?${query}`)
    expect(answer.status).toBe(200)
    expect(Array.isArray(((await answer.json()) as { options: unknown }).options)).toBe(true)
  })

  it('serves the script with the nonce, and what it imports', async () => {
    for (const path of ['/', '/search?q=茶']) expect(await text(path)).toMatch(/<script type="module" src="\/suggest\.js" nonce="[^"]{20,}"/)
    expect(await text('/en')).toContain('data-suggest="/en/search/suggest"')
    const imported = /from '([^']+)'/.exec(await text('/suggest.js'))?.[1] ?? ''
    const library = await fetch(portal.url + imported)
    expect(library.headers.get('Content-Type')).toContain('javascript')
    expect(await library.text()).toBe(readFileSync('node_modules/@github/combobox-nav/dist/index.js', 'utf8'))
  })
})
