import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reindex } from '~/cli/reindex'
import { closeDb, db } from '~/domain/kernel/db.server'
import { setEnv } from '~/env.server'
import { launch, signedIn } from '#tests/support/browser'
import { creditCode, make } from '#tests/support/factories'
import { mailsTo } from '#tests/support/mailbox'
import { startPortal, type Portal } from '#tests/support/portal'
import { isFound, until } from '#tests/support/until'
import { fill, follow, press, send } from '#tests/support/walk'

/*
 * What people do on their first days, in a bare district and without scripts: register, confirm, found an organisation, have it
 * verified, write a need, see who applied, choose, tell the others why not, forget a password.
 */

let portal: Portal
let browser: Browser
let reviewer: { page: Page; context: BrowserContext }
const newcomer = { email: 'lin.yuan@example.com', password: 'bamboo sea 2026', page: null as unknown as Page, context: null as unknown as BrowserContext }
const organisation = '永川澄江精密机械有限公司'
const title = '薄壁壳体焊接变形在线补偿'
let need = ''
const text = (page: Page) => page.locator('main').innerText()
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const mailWith = (email: string, part: string) => until(async () => (await mailsTo(email)).find((mail) => mail.text.includes(part)), `a mail to ${email} with ${part}`)

beforeAll(async () => {
  portal = await startPortal({
    prepare: async (values) => {
      setEnv(values)
      await reindex()
    },
  })
  browser = await launch()
  reviewer = await signedIn(browser, portal.url, (await make.reviewer()).email, { javaScriptEnabled: false })
  newcomer.context = await browser.newContext({ javaScriptEnabled: false })
  newcomer.context.setDefaultTimeout(15_000)
  newcomer.page = await newcomer.context.newPage()
})
afterAll(async () => {
  await browser.close()
  await closeDb()
  await portal.stop()
})

describe('a visitor', () => {
  it('registers; a weak password and a missing consent are named, and what was typed stays but for the password', async () => {
    const { page } = newcomer
    await page.goto(`${portal.url}/register`)
    await fill(page, { name: '林远', email: newcomer.email, password: '12345' })
    await send(page)
    const refused = await text(page)
    expect(refused).toContain('密码至少 10 个字符')
    expect(refused).toContain('勾选同意')
    expect(await page.inputValue('[name=email]')).toBe(newcomer.email)
    expect(await page.inputValue('[name=password]')).toBe('')
    expect(await db().account.count({ where: { email: newcomer.email } })).toBe(0)
    await fill(page, { password: newcomer.password, terms: 'on' })
    await send(page)
    expect(await text(page)).toContain('请查收邮件')
  })

  it('confirms the address by the link of the mail, which opens nothing by itself, and signs in', async () => {
    const { page } = newcomer
    const mail = await mailWith(newcomer.email, '/confirm?token=')
    const link = /https?:\S+\/confirm\?token=\S+/.exec(mail.text)?.[0] ?? ''
    await page.goto(link)
    expect((await db().account.findUniqueOrThrow({ where: { email: newcomer.email } })).emailConfirmedAt).toBeNull()
    await send(page)
    expect(await text(page)).toContain('邮箱已确认')
    await fill(page, { email: newcomer.email, password: newcomer.password })
    await send(page)
    expect(new URL(page.url()).pathname).toBe('/workspace')
    expect(await text(page)).toContain('林远')
  })
})

describe('an enterprise', () => {
  it('is written down with a right credit code and handed in for verification', async () => {
    const { page } = newcomer
    await page.goto(`${portal.url}/workspace/organisation/new`)
    const code = creditCode()
    await fill(page, { kind: 'enterprise', name: organisation, creditCode: `${code.slice(0, 17)}${code.endsWith('0') ? '1' : '0'}`, nature: 'domestic_enterprise', regionCode: '永川', contactName: '林远', contactPhone: '023-49800001', summary: '做薄壁壳体和支架，焊接机器人 26 台。' })
    await send(page)
    expect(await text(page)).toContain('校验码')
    expect(await page.inputValue('[name=name]')).toBe(organisation)
    await fill(page, { creditCode: code, regionCode: '500118' })
    await send(page)
    await press(page, 'submit')
    expect(await text(page)).toContain('工作日')
  })

  it('may draft before it is verified, and is told why it cannot hand in yet', async () => {
    const { page } = newcomer
    await page.goto(`${portal.url}/workspace/needs/new`)
    await fill(page, { title, problem: '薄壁壳体多道焊后变形 0.8 mm，靠人工校正，返修率 12%。', indicators: '在线测量与补偿，节拍不增加。', goal: '一年内在两条产线应用。', keywords: '焊接变形、在线测量、机器人补偿', field: 'advanced_manufacturing', fundingKind: 'range', fundingMin: '-3', fundingMax: '60', startsOn: inDays(60), endsOn: inDays(400), deadline: '2020-01-01T17:00', modes: ['joint_development'], contactName: '林远', contactPhone: '023-49800001', 'criteria[0][name]': '技术方案', 'criteria[0][weight]': '60' })
    await press(page, 'check')
    const refused = await text(page)
    expect(refused).toContain('资金')
    expect(await db().need.count({ where: { title } })).toBe(0)
    await fill(page, { fundingMin: '40', 'criteria[1][name]': '已有业绩', 'criteria[1][weight]': '30', 'criteria[2][name]': '', 'criteria[2][weight]': '' })
    await press(page, 'check')
    expect(await text(page)).toMatch(/评审标准第 3 行，.*请填写/)
    await fill(page, { 'criteria[2][description]': '' })
    await press(page, 'check')
    expect(await text(page)).toContain('时间已经过去')
    expect(await db().need.count({ where: { title } })).toBe(0)
    expect(await page.inputValue('[name=goal]')).toContain('两条产线')
    await fill(page, { deadline: `${inDays(30)}T17:00` })
    await press(page, 'check')
    need = (await db().need.findFirstOrThrow({ where: { title } })).number
    await press(page, 'submit')
    expect(await text(page)).toContain('核验')
    expect((await db().need.findUniqueOrThrow({ where: { number: need } })).state).toBe('draft')
  })

  it('is verified by a reviewer, hears of it, and hands the need in', async () => {
    const { page } = reviewer
    await page.goto(`${portal.url}/bureau`)
    await follow(page, '单位核验')
    await follow(page, organisation)
    await press(page, 'verify')
    await mailWith(newcomer.email, organisation)
    await newcomer.page.goto(`${portal.url}/workspace/needs/${need}/check`)
    await press(newcomer.page, 'submit')
    expect(await text(newcomer.page)).toContain('3 个工作日')
  })

  it('gets the need back with a reason, puts it right, and sees it published and found', async () => {
    await reviewer.page.goto(`${portal.url}/bureau`)
    await follow(reviewer.page, '企业需求审核')
    await follow(reviewer.page, title)
    await reviewer.page.locator('main summary').first().click()
    await fill(reviewer.page, { reason: '请写明现在的节拍' })
    await press(reviewer.page, 'return')
    await mailWith(newcomer.email, '请写明现在的节拍')
    await newcomer.page.goto(`${portal.url}/workspace/needs/${need}/edit`)
    await fill(newcomer.page, { basis: '现在的节拍是 92 秒。' })
    await press(newcomer.page, 'check')
    await press(newcomer.page, 'submit')
    await reviewer.page.goto(`${portal.url}/bureau/needs/${need}`)
    await press(reviewer.page, 'publish')
    await until(() => isFound(portal.url, '焊接变形', need), 'the need to be found')
  })

  it('sees who applied, takes both under review, chooses one, and the other reads the reason', async () => {
    const applicants = await Promise.all(['程一舟', '沈知行'].map((name) => make.researcher({ name, keywords: ['焊接变形'], summary: '研究焊接变形在线测量。' })))
    const numbers: string[] = []
    for (const applicant of applicants) {
      const { page, context } = await signedIn(browser, portal.url, applicant.email, { javaScriptEnabled: false })
      await page.goto(`${portal.url}/needs/${need}/apply`)
      const names = await page.locator('textarea[name^=evidence]').evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).name))
      await fill(page, { approach: '激光视觉测变形，机器人轨迹每层补偿。', team: '课题组 4 人', startsOn: inDays(70), endsOn: inDays(300), cost: '480000', iprProposal: '共有', noControl: 'on', termsAccepted: 'on', ...Object.fromEntries(names.map((name) => [name, '实测数据见报告 2026-031。'])) })
      await press(page, 'check')
      await press(page, 'submit')
      numbers.push(new URL(page.url()).pathname.split('/').at(-1) ?? '')
      await context.close()
    }
    const { page } = newcomer
    await page.goto(`${portal.url}/workspace/needs/${need}`)
    for (const name of ['程一舟', '沈知行']) expect(await text(page)).toContain((await db().person.findFirstOrThrow({ where: { name } })).name)
    for (const number of numbers) {
      await page.goto(`${portal.url}/workspace/applications/${number}`)
      await press(page, 'takeOn')
    }
    const [first = '', second = ''] = numbers
    await page.goto(`${portal.url}/workspace/needs/${need}/choose`)
    await fill(page, { winners: first })
    await press(page, 'choose')
    expect(await text(page)).toContain('有 1 处要改')
    expect((await db().application.findUniqueOrThrow({ where: { number: first } })).state).toBe('under_review')
    await fill(page, { [`reasons[${second}]`]: '方案可行，但没有同类产线的实测数据' })
    await press(page, 'choose')
    expect((await db().need.findUniqueOrThrow({ where: { number: need } })).state).toBe('awarded')
    await mailWith(applicants[1]?.email ?? '', '没有同类产线的实测数据')
    await mailWith(applicants[0]?.email ?? '', first)
  })
})

describe('someone who forgot the password', () => {
  it('sets a new one by mail; the old one and every open session end', async () => {
    const other = await browser.newContext({ javaScriptEnabled: false })
    const page = await other.newPage()
    await page.goto(`${portal.url}/forgot-password`)
    await fill(page, { email: newcomer.email })
    await send(page)
    const mail = await mailWith(newcomer.email, '/reset-password?token=')
    await page.goto(/https?:\S+\/reset-password\?token=\S+/.exec(mail.text)?.[0] ?? '')
    await fill(page, { password: 'tea hills and more' })
    await send(page)
    expect(await text(page)).toContain('密码已重设')
    await newcomer.page.goto(`${portal.url}/workspace`)
    expect(new URL(newcomer.page.url()).pathname).toBe('/login')
    await fill(page, { email: newcomer.email, password: newcomer.password })
    await send(page)
    expect(await text(page)).toContain('邮箱或密码不对')
    await fill(page, { password: 'tea hills and more' })
    await send(page)
    expect(new URL(page.url()).pathname).toBe('/workspace')
    await other.close()
  })
})
