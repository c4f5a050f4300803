import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { xml2js } from 'xml-js'
import { reindex } from '~/cli/reindex'
import { closeDb, db } from '~/domain/kernel/db.server'
import { unsubscribeToken } from '~/domain/saved-searches/unsubscribe.server'
import { setEnv } from '~/env.server'
import { freePort } from '~/server/ports'
import { make } from '#tests/support/factories'
import { publishedNeed } from '#tests/support/factories-needs'
import { dayIn, local } from '#tests/support/forms-world'
import { startPortal, type Portal } from '#tests/support/portal'
import { Visitor } from '#tests/support/visitor'

/* Saving, stopping and subscribing as people, mail programs, readers and calendars do it: over HTTP. */

let portal: Portal
let people: { reader: string; other: string }
const evil = '竹材 <img src=x onerror=alert(1)> & "A" ]]> 检测；一,二'
const deadline = local(30)

beforeAll(async () => {
  portal = await startPortal({
    prepare: async (values) => {
      setEnv(values)
      const [owner, reviewer] = [await make.enterprise(), await make.reviewer()]
      people = { reader: (await make.stranger()).email, other: (await make.stranger()).email }
      const open = { deadline, startsOn: dayIn(40), endsOn: dayIn(300) }
      const day = 86_400_000
      await publishedNeed(owner, reviewer.actor, { ...open, title: '竹材旧的干燥工艺' }, { now: new Date(Date.now() - 2 * day) })
      await publishedNeed(owner, reviewer.actor, { ...open, title: evil }, { now: new Date(Date.now() - day) })
      await make.researcher({ summary: '研究竹材与竹炭。', keywords: ['竹材'] })
      await reindex()
      await closeDb()
    },
  })
  setEnv(portal.values)
})
afterAll(async () => {
  await closeDb()
  await portal.stop()
})

const asked = '/search?q=%E7%AB%B9%E6%9D%90&type=need'
const anonymous = () => new Visitor(portal.url)
async function signedIn(email: string) {
  const visitor = new Visitor(portal.url)
  await visitor.signIn(email)
  return visitor
}
const saved = () => db().savedSearch.findFirstOrThrow({ where: { account: { email: people.reader } } })

describe('saving a search', () => {
  it('takes one step, and the page says whether, when and where it mails', async () => {
    const visitor = await signedIn(people.reader)
    expect((await visitor.ask(asked)).text).toContain('value="竹材 · 企业需求"')
    const answer = await visitor.post(`${asked}&page=2&utm_source=x`, { name: '竹材的需求', frequency: 'daily' })
    expect([answer.status, answer.location]).toEqual([303, `${asked}&page=2&utm_source=x#save`])
    const page = await visitor.ask(asked)
    expect(page.text).toContain('已保存为「竹材的需求」')
    expect(page.text).toContain(`每天 8:00 发一封邮件到 ${people.reader}`)
    expect(await saved()).toMatchObject({ query: 'q=%E7%AB%B9%E6%9D%90&type=need', frequency: 'daily' })
    expect((await visitor.ask('/account/searches')).text).toContain('竹材的需求')
  })

  it('leads a visitor to the log-in and back to the same search, also when the form was sent too late', async () => {
    const to = `/login?to=${encodeURIComponent(`${asked}#save`)}`
    expect((await anonymous().ask(asked)).text).toContain(`href="${to}"`)
    expect((await anonymous().post(asked, { name: '竹材', frequency: 'daily' })).location).toBe(to)
    const answer = await anonymous().post('/login', { email: people.other, password: 'correct horse battery', to: `${asked}#save` })
    expect(answer.location).toBe(`${asked}#save`)
  })

  it('says what is wrong and keeps what was typed', async () => {
    const visitor = await signedIn(people.other)
    const { status, text } = await visitor.post(asked, { name: '字'.repeat(61), frequency: 'hourly' })
    expect(status).toBe(422)
    for (const part of ['最多 60 个字，现在 61 个字', '没有这个选项', '字'.repeat(61)]) expect(text).toContain(part)
    expect(await db().savedSearch.count({ where: { account: { email: people.other } } })).toBe(0)
  })

  it('is nobody else’s, and deleting it leaves the way back', async () => {
    const path = `/account/searches/${(await saved()).id}`
    const other = await signedIn(people.other)
    expect((await other.ask(path)).status).toBe(404)
    expect((await other.post(path, { intent: 'remove' })).status).toBe(404)
    const own = await signedIn(people.reader)
    const gone = await own.post(path, { intent: 'remove' })
    expect((await own.ask(gone.location ?? '')).text).toContain('href="/search?q=%E7%AB%B9%E6%9D%90&amp;type=need#save"')
    await own.post(asked, { name: '竹材的需求', frequency: 'daily' })
  })
})

describe('stopping the mails of a search', () => {
  const oneClick = (path: string) => fetch(portal.url + path, { method: 'POST', redirect: 'manual', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' })
  const on = async () => db().savedSearch.update({ where: { id: (await saved()).id }, data: { frequency: 'daily' } })
  const link = async () => `/unsubscribe?token=${unsubscribeToken((await saved()).id)}`

  it('changes nothing when the link is only opened', async () => {
    const { status, text } = await anonymous().ask(await link())
    expect(status).toBe(200)
    expect(text).toContain('停止这些邮件')
    expect((await saved()).frequency).toBe('daily')
  })

  it.each(['', '/en'])('needs no log-in, no cookie and no origin when a mail program posts it (%s)', async (prefix) => {
    await on()
    const answer = await oneClick(prefix + (await link()))
    expect(answer.status).toBe(200)
    expect((await saved()).frequency).toBe('never')
    expect((await oneClick(await link())).status).toBe(200)
    const multipart = new FormData()
    multipart.set('List-Unsubscribe', 'One-Click')
    await on()
    const bytes = new Response(multipart)
    const body = Buffer.from(await bytes.arrayBuffer())
    expect((await fetch(portal.url + prefix + (await link()), { method: 'POST', redirect: 'manual', headers: { 'Content-Type': bytes.headers.get('Content-Type') ?? '' }, body })).status).toBe(200)
    expect((await saved()).frequency).toBe('never')
  })

  it('is done by the page’s button, too, and says what was stopped and how to turn it on again', async () => {
    await on()
    const path = await link()
    const answer = await anonymous().post(path, {})
    expect([answer.status, answer.location]).toEqual([303, path])
    const { text } = await anonymous().ask(path)
    expect(text).toContain('已停止「竹材的需求」的邮件')
    expect(text).toContain(`href="/account/searches/${(await saved()).id}"`)
  })

  it('is refused in words for a link that none of our secrets signed', async () => {
    await on()
    const { id } = await saved()
    for (const token of ['', 'x', id, `${id}.`, `${id}.${'A'.repeat(43)}`, unsubscribeToken('00000000-0000-4000-8000-000000000000').replace(/^[^.]+/, id)]) {
      const answer = await oneClick(`/unsubscribe?token=${token}`)
      expect(answer.status).toBe(409)
      expect(await answer.text()).toContain('这个链接不完整或有误')
      expect((await anonymous().ask(`/unsubscribe?token=${token}`)).text).toContain('这个链接不完整或有误')
    }
    expect((await saved()).frequency).toBe('daily')
    expect((await oneClick(`/unsubscribe?token=${unsubscribeToken('00000000-0000-4000-8000-000000000000')}`)).status).toBe(200)
  })

  it('opens no other door without an origin', async () => {
    for (const path of [asked, '/account/searches', `/account/searches/${(await saved()).id}`]) expect((await oneClick(path)).status).toBe(403)
  })
})

type Element = { name?: string; text?: string; cdata?: string; attributes?: Record<string, string>; elements?: Element[] }
const childrenOf = (element: Element | undefined, name: string) => (element?.elements ?? []).filter((child) => child.name === name)
const textOf = (element: Element | undefined, name: string) => (childrenOf(element, name)[0]?.elements ?? []).map(({ text, cdata }) => text ?? cdata ?? '').join('')
const linkOf = (element: Element | undefined, rel: string) => childrenOf(element, 'link').find(({ attributes }) => (attributes?.rel ?? 'alternate') === rel)?.attributes?.href

describe('the feed of a search', () => {
  const read = async (path: string) => {
    const answer = await anonymous().ask(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
    const [feed] = (xml2js(answer.text) as Element).elements ?? []
    return { feed, entries: childrenOf(feed, 'entry'), answer }
  }

  it('is Atom: the same results, the newest first, with ids that stay and links that lead', async () => {
    const { feed, entries } = await read('/feeds/search.atom?q=%E7%AB%B9%E6%9D%90&type=need&page=7&nonsense=1')
    expect(feed).toMatchObject({ name: 'feed', attributes: { xmlns: 'http://www.w3.org/2005/Atom' } })
    expect(linkOf(feed, 'self')?.replaceAll('&amp;', '&')).toBe(`${portal.url}/feeds/search.atom?q=%E7%AB%B9%E6%9D%90&type=need`)
    expect(linkOf(feed, 'alternate')?.replaceAll('&amp;', '&')).toBe(portal.url + asked)
    expect(textOf(feed, 'title')).toContain('竹材 · 企业需求')
    const needs = await db().need.findMany({ where: { title: { startsWith: '竹材' } }, orderBy: { publishedAt: 'desc' } })
    expect(entries.map((entry) => textOf(entry, 'id'))).toEqual(needs.map(({ number }) => `${portal.url}/needs/${number}`))
    expect(entries.map((entry) => linkOf(entry, 'alternate'))).toEqual(needs.map(({ number }) => `${portal.url}/needs/${number}`))
    for (const [index, entry] of entries.entries()) expect(Math.abs(Date.parse(textOf(entry, 'updated')) - (needs[index]?.publishedAt?.getTime() ?? 0))).toBeLessThan(1000)
    expect(textOf(feed, 'updated')).toBe(textOf(entries[0], 'updated'))
  })

  it('shows what people typed as text, in the feed and in the HTML within', async () => {
    const { entries } = await read('/feeds/search.atom?q=%E7%AB%B9%E6%9D%90&type=need')
    expect(textOf(entries[0], 'title')).toBe('竹材 &lt;img src=x onerror=alert(1)&gt; &amp; "A" ]]&gt; 检测；一,二')
    const { feed } = await read(`/feeds/search.atom?q=${encodeURIComponent('<b>&"\u0001]]>\uffff')}`)
    expect(textOf(feed, 'title')).toContain('<b>&"]]>')
  })

  it('says in its page where it is, and in English who asks in English', async () => {
    const { text } = await anonymous().ask(`/en${asked}`)
    expect(text).toContain('rel="alternate" type="application/atom+xml"')
    const href = /<a href="(\/en\/feeds\/search\.atom[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const { feed, entries } = await read(href)
    expect(textOf(feed, 'subtitle')).toContain('the newest first')
    expect(textOf(entries[0], 'id')).toContain('/en/needs/')
  })

  it('is not sent again to a reader who has it', async () => {
    const path = '/feeds/search.atom?q=%E7%AB%B9%E6%9D%90'
    const { answer } = await read(path)
    const etag = answer.headers.get('ETag') ?? ''
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=300')
    const again = await anonymous().ask(path, { headers: { 'If-None-Match': `"other", W/${etag}` } })
    expect([again.status, again.text]).toEqual([304, ''])
    expect((await anonymous().ask(path, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200)
  })
})

describe('the calendar of a search', () => {
  const read = async (path: string) => {
    const { status, headers, text } = await anonymous().ask(path)
    expect([status, headers.get('Content-Type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    const lines = text.split('\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    const whole = text.replace(/\r\n[ \t]/g, '')
    return whole.split('BEGIN:VEVENT').slice(1).map((event) => Object.fromEntries(event.split('\r\n').filter((line) => line.includes(':')).map((line) => [line.slice(0, line.search(/[:;]/)), line.slice(line.indexOf(':') + 1)])))
  }

  it('has an event at each deadline, to the minute, with a UID that stays; of people none', async () => {
    const events = await read('/calendar/search.ics?q=%E7%AB%B9%E6%9D%90&nonsense=1')
    const needs = await db().need.findMany({ where: { title: { startsWith: '竹材' } }, select: { number: true } })
    expect(events.map(({ UID }) => UID).sort()).toEqual(needs.map(({ number }) => `need_${number}@127.0.0.1`).sort())
    const utc = new Date(`${deadline}:00+08:00`).toISOString().replace(/[-:]|\.\d+/g, '')
    for (const event of events) expect(event.DTSTART).toBe(utc)
    const [odd] = events.filter(({ SUMMARY }) => SUMMARY?.includes('img'))
    expect(odd?.SUMMARY).toBe('截止：竹材 <img src=x onerror=alert(1)> & "A" ]]> 检测；一\\,二')
    expect(odd?.DESCRIPTION).toContain(`${deadline.replace('T', ' ')} 截止（北京时间）`)
    expect(await read('/calendar/search.ics?q=%E7%AB%B9%E6%9D%90&type=expert')).toEqual([])
    const first = await anonymous().ask('/calendar/search.ics?q=%E7%AB%B9%E6%9D%90')
    expect((await anonymous().ask('/calendar/search.ics?q=%E7%AB%B9%E6%9D%90', { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } })).status).toBe(304)
  })
})

it('answers readers and calendars from the database while the index is away', async () => {
  await portal.kill()
  await portal.start({ MEILISEARCH_HOST: `http://127.0.0.1:${await freePort(0)}` })
  for (const path of ['/feeds/search.atom?q=x', '/calendar/search.ics?q=x']) {
    const { status, text } = await anonymous().ask(path)
    expect(status, text.slice(0, 200)).toBe(200)
  }
  expect((await (await signedIn(people.reader)).post(asked, { name: '搜索不在也能保存', frequency: 'weekly' })).status).toBe(303)
  expect(await saved()).toMatchObject({ name: '搜索不在也能保存', frequency: 'weekly' })
})
