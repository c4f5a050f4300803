import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/domain/kernel/db.server'
import type { Actor } from '~/domain/kernel/actor'
import { updateNeed } from '~/domain/needs/service.server'
import { alertSearches } from '~/domain/saved-searches/alert.server'
import { mostSearches } from '~/domain/saved-searches/rules'
import { changeSearch, listSearches, readSearch, removeSearch, saveSearch, savedSearchOf } from '~/domain/saved-searches/service.server'
import { unsubscribe, unsubscribeToken } from '~/domain/saved-searches/unsubscribe.server'
import { searchPortal } from '~/domain/searching/service.server'
import { env, setEnv } from '~/env.server'
import { freePort } from '~/server/ports'
import { useDatabase } from '#tests/support/database'
import { drain, waitingJobs } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { needForm, publishedNeed } from '#tests/support/factories-needs'
import { dayIn, local } from '#tests/support/forms-world'
import { mailsTo } from '#tests/support/mailbox'

useDatabase()
beforeEach(() => db().savedSearch.deleteMany())

const at = (text: string) => new Date(`${text}:00+08:00`)
const call = (text: string) => ({ now: at(text) })
const refusal = (work: Promise<unknown>) => work.then(() => ({ code: 'none', said: { key: '' } }), (error: { code: string; said: { key: string } }) => error)

const queryOf = (q: string) => new URLSearchParams({ q }).toString()

/** Somebody who saved a search on 2026-11-20 at 10:00. Each test has a word of its own, since they share what is published. */
async function saver(frequency: string, word: string) {
  const person = await make.stranger()
  await saveSearch(person.actor, { name: word, frequency, query: queryOf(word) }, call('2026-11-20T10:00'))
  const [search] = await listSearches(person.actor, {})
  return { ...person, id: search?.id ?? '' }
}

async function publish(title: string, when: string, values: Record<string, unknown> = {}) {
  const [owner, reviewer] = [await make.enterprise(), await make.reviewer()]
  const need = await publishedNeed(owner, reviewer.actor, { title, deadline: '2027-02-15T17:00', ...values }, call(when))
  await drain()
  return { ...need, owner }
}

const told = async (address: string) => (await mailsTo(address)).filter(({ subject }) => subject.includes('新结果'))
const daily = async (when: string) => {
  await alertSearches('daily', at(when))
  await drain()
}

describe('a saved search', () => {
  it('is kept once for an account, under the later name and frequency', async () => {
    const { actor, id } = await saver('daily', '竹材')
    await Promise.all(Array.from({ length: 8 }, (_one, n) => saveSearch(actor, { name: `竹材 ${n}`, frequency: 'weekly', query: queryOf('竹材') })))
    const found = await listSearches(actor, {})
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ id, frequency: 'weekly' })
    expect(await savedSearchOf(actor, { query: queryOf('竹材') })).toMatchObject({ id })
  })

  it('is nobody else’s: a stranger and the bureau find none', async () => {
    const { id } = await saver('daily', '竹材')
    for (const { actor } of [await make.stranger(), await make.administrator()]) {
      for (const work of [readSearch, removeSearch, (asker: Actor, { id: one }: { id: string }) => changeSearch(asker, { id: one, name: '别人的', frequency: 'never', version: 1 })]) expect((await refusal(work(actor, { id }))).code).toBe('not_found')
      expect(await savedSearchOf(actor, { query: queryOf('竹材') })).toBeNull()
    }
    expect(await db().savedSearch.findUniqueOrThrow({ where: { id } })).toMatchObject({ frequency: 'daily', name: '竹材' })
  })

  it('is renamed, and a change in between is noticed', async () => {
    const { actor, id } = await saver('daily', '竹材')
    await changeSearch(actor, { id, name: '竹材和竹炭', frequency: 'weekly', version: 1 })
    expect(await readSearch(actor, { id })).toMatchObject({ name: '竹材和竹炭', frequency: 'weekly', version: 2 })
    expect(await refusal(changeSearch(actor, { id, name: '旧的', frequency: 'daily', version: 1 }))).toMatchObject({ code: 'conflict', said: { key: 'error.stale' } })
    expect(await removeSearch(actor, { id })).toEqual({ query: queryOf('竹材') })
    expect(await listSearches(actor, {})).toEqual([])
  })

  it('has its limits: fifty for an account, also when two are saved at once, and no endless one', async () => {
    const { actor } = await make.stranger()
    const save = (n: number) => saveSearch(actor, { name: `第 ${n} 个`, frequency: 'never', query: `q=${n}` })
    for (let n = 1; n < mostSearches; n++) await save(n)
    const answers = await Promise.all([refusal(save(1000)), refusal(save(1001)), refusal(save(1002))])
    expect(answers.map(({ code }) => code).sort()).toEqual(['conflict', 'conflict', 'none'])
    expect(answers.find(({ code }) => code === 'conflict')).toMatchObject({ said: { key: 'saved.too_many', params: { max: 50 } } })
    expect(await listSearches(actor, {})).toHaveLength(mostSearches)
    const other = await make.stranger()
    expect((await refusal(saveSearch(other.actor, { name: '太长', frequency: 'daily', query: `q=${'x'.repeat(5000)}` }))).said.key).toBe('saved.too_long')
  })
})

describe('a daily alert', () => {
  it('tells what was posted since, once, at eight, with its deadline and the way out', async () => {
    await publish('竹材旧的干燥工艺', '2026-11-20T09:00')
    const { email, id } = await saver('daily', '竹材')
    const need = await publish('竹材含水率快速检测', '2026-11-20T23:59')
    await daily('2026-11-21T07:59')
    expect(await told(email)).toHaveLength(0)
    await daily('2026-11-21T08:00')
    const [mail, ...more] = await told(email)
    expect(more).toEqual([])
    expect(mail?.subject).toBe('「竹材」有 1 条新结果')
    expect(mail?.text).toContain('竹材含水率快速检测')
    expect(mail?.text).toContain(`http://127.0.0.1:3000/needs/${need.number}`)
    expect(mail?.text).toContain('2027-02-15 17:00 截止（北京时间）')
    expect(mail?.text).not.toContain('竹材旧的干燥工艺')
    const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec((mail?.raw ?? '').replace(/\r\n[ \t]+/g, ' '))?.[1]?.trim()
    expect(header('List-Unsubscribe')).toBe(`<http://127.0.0.1:3000/unsubscribe?token=${unsubscribeToken(id)}>`)
    expect(header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    expect(await db().savedSearch.findUniqueOrThrow({ where: { id } })).toMatchObject({ mailedAt: at('2026-11-21T08:00'), mailedCount: 1, mails: 1, version: 1 })
  })

  it('is one mail for one run, however often and by how many its job is done', async () => {
    const { email } = await saver('daily', '秀芽')
    await publish('秀芽防霉处理', '2026-11-20T12:00')
    await Promise.all([1, 2, 3].map(() => alertSearches('daily', at('2026-11-21T08:00'))))
    await daily('2026-11-21T08:00')
    // Tried again later, the run goes on with those that it had not reached, and begins with none anew.
    await publish('秀芽胶合强度', '2026-11-21T08:30')
    await daily('2026-11-21T09:00')
    expect(await told(email)).toHaveLength(1)
    await daily('2026-11-22T08:00')
    expect((await told(email)).map(({ subject }) => subject)).toEqual(['「秀芽」有 1 条新结果', '「秀芽」有 1 条新结果'])
  })

  it('sends nothing when nothing is new: not for an old record that was edited, not for a wider reading', async () => {
    const before = await publish('莲藕旧的染色工艺', '2026-11-20T09:00')
    const { email } = await saver('daily', '莲藕')
    const pinyin = await saver('daily', 'lianou')
    const { version } = await db().need.findUniqueOrThrow({ where: { number: before.number } })
    await updateNeed(before.owner.actor, { ...needForm(before.owner.organisation.id, { title: '莲藕旧的染色工艺（改）', deadline: '2027-02-15T17:00' }), id: before.number, version }, call('2026-11-20T15:00'))
    await drain()
    await daily('2026-11-21T08:00')
    await publish('莲藕拉丝工艺', '2026-11-21T09:00')
    await daily('2026-11-22T08:00')
    expect(await told(email)).toHaveLength(1)
    expect((await searchPortal(new URLSearchParams({ q: 'lianou' }), at('2026-11-22T08:00'))).result).toMatchObject({ step: 'pinyin', total: 2 })
    expect(await told(pinyin.email)).toEqual([])
  })

  it('finds what could only be indexed after the last look', async () => {
    const { email } = await saver('daily', '碳纤维')
    const [owner, reviewer] = [await make.enterprise(), await make.reviewer()]
    await publishedNeed(owner, reviewer.actor, { title: '碳纤维炭化炉余热回收', deadline: '2027-02-15T17:00' }, call('2026-11-21T07:00'))
    await alertSearches('daily', at('2026-11-21T08:00'))
    await drain()
    expect(await told(email)).toEqual([])
    await daily('2026-11-22T08:00')
    await daily('2026-11-23T08:00')
    expect(await told(email)).toHaveLength(1)
  })

  it('is answered from the database while the index is away, and tells nothing twice when it is back', async () => {
    const { email } = await saver('daily', '风洞')
    await publish('风洞切片厚度检测', '2026-11-20T12:00')
    const { MEILISEARCH_HOST } = env()
    const values = { DATABASE_URL: env().DATABASE_URL ?? '', MEILISEARCH_API_KEY: env().MEILISEARCH_API_KEY ?? '', MEILISEARCH_INDEX: env().MEILISEARCH_INDEX, SMTP_URL: env().SMTP_URL ?? '', SESSION_SECRET: 'a-secret-for-tests-only', PUBLIC_URL: 'http://127.0.0.1:3000', LOG_LEVEL: 'error' }
    setEnv({ ...values, MEILISEARCH_HOST: `http://127.0.0.1:${await freePort(0)}` })
    await daily('2026-11-21T08:00')
    expect(await told(email)).toHaveLength(1)
    setEnv({ ...values, MEILISEARCH_HOST: MEILISEARCH_HOST ?? '' })
    await daily('2026-11-21T11:00')
    expect(await told(email)).toHaveLength(1)
  })

  it('names ten and says how many more there are', async () => {
    const { email } = await saver('daily', '轴承')
    for (let n = 1; n <= 12; n++) await publish(`轴承分级第 ${n} 项`, '2026-11-20T12:00')
    await daily('2026-11-21T08:00')
    const [mail] = await told(email)
    expect(mail?.subject).toBe('「轴承」有 12 条新结果')
    expect(mail?.text.match(/轴承分级第/g)).toHaveLength(10)
    expect(mail?.text).toContain('另有 2 条')
  })

  it('goes to nobody who said never, who was locked out, or who waits for Monday', async () => {
    const people = [await saver('never', '桑蚕'), await saver('weekly', '桑蚕'), await saver('daily', '桑蚕')] as const
    await db().account.update({ where: { email: people[2].email }, data: { disabledAt: new Date() } })
    await publish('桑蚕弯曲成型', '2026-11-20T12:00')
    await daily('2026-11-21T08:00')
    for (const { email } of people) expect(await told(email)).toEqual([])
    // 2026-11-23 is a Monday.
    await alertSearches('weekly', at('2026-11-23T07:59'))
    await drain()
    expect(await told(people[1].email)).toEqual([])
    await alertSearches('weekly', at('2026-11-23T08:00'))
    await drain()
    expect(await told(people[1].email)).toHaveLength(1)
  })

  it('turned on again, begins anew', async () => {
    const { actor, id, email } = await saver('daily', '陶瓷')
    await unsubscribe(actor, { token: unsubscribeToken(id) }, call('2026-11-20T11:00'))
    await publish('陶瓷停发期间的需求', '2026-11-20T12:00')
    const { version } = await readSearch(actor, { id })
    await changeSearch(actor, { id, name: '陶瓷', frequency: 'daily', version }, call('2026-11-20T13:00'))
    await daily('2026-11-21T08:00')
    expect(await told(email)).toEqual([])
  })
})

describe('an immediate alert', () => {
  it('follows soon after a record can be found, in one mail, with one job however many are indexed', async () => {
    const now = () => ({ now: new Date() })
    const reader: { actor: Actor; email: string } = await make.stranger()
    await saveSearch(reader.actor, { name: '热失控', frequency: 'immediately', query: 'q=%E7%83%AD%E5%A4%B1%E6%8E%A7' })
    const [owner, reviewer] = [await make.enterprise(), await make.reviewer()]
    const open = { deadline: local(30), startsOn: dayIn(40), endsOn: dayIn(300) }
    for (const title of ['矿用锂电池热失控预警', '储能电站热失控抑制']) await publishedNeed(owner, reviewer.actor, { ...open, title }, now())
    await drain()
    const jobs = (await waitingJobs()).filter(({ name }) => name === 'alerts.send')
    expect(jobs).toEqual([{ name: 'alerts.send', payload: { kind: 'immediately' } }])
    expect(await told(reader.email)).toEqual([])
    await db().$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE task_id = (SELECT id FROM graphile_worker._private_tasks WHERE identifier = 'alerts.send')`
    await drain()
    const mails = await told(reader.email)
    expect(mails.map(({ subject }) => subject)).toEqual(['「热失控」有 2 条新结果'])
    await alertSearches('immediately', new Date())
    await drain()
    expect(await told(reader.email)).toHaveLength(1)
  })

  it('is asked for by nobody when nobody waits', async () => {
    await saver('daily', '页岩气')
    await publish('页岩气无人等待的需求', '2026-11-24T12:00')
    expect((await waitingJobs()).filter(({ name }) => name === 'alerts.send')).toEqual([])
  })
})
