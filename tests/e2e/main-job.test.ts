import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reindex } from '~/cli/reindex'
import { closeDb, db } from '~/domain/kernel/db.server'
import { setEnv } from '~/env.server'
import { launch } from '#tests/support/browser'
import { mailsTo } from '#tests/support/mailbox'
import { startPortal, type Portal } from '#tests/support/portal'
import { isFound, until } from '#tests/support/until'
import { fill, follow, press, sampleUser, type Walker } from '#tests/support/walk'

/*
 * The whole main job through the pages, by the people of the sample district, with the real worker: a department proposes,
 * the bureau returns and publishes, search finds, matching suggests with reasons, a researcher applies with a broker, the
 * department chooses, the contract is reported and registered, and both targets move. Once with scripts and once without.
 */

let portal: Portal
let browser: Browser

beforeAll(async () => {
  portal = await startPortal({
    sample: true,
    prepare: async (values) => {
      setEnv(values)
      await reindex()
    },
  })
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await closeDb()
  await portal.stop()
})

type Target = { measure: 'count' | 'amount'; current: string; target: string }
async function targets(): Promise<{ count: number; amount: number }> {
  const { data } = (await (await fetch(`${portal.url}/api/v1/statistics/targets`)).json()) as { data: Target[] }
  const [count, amount] = (['count', 'amount'] as const).map((measure) => Number(data.find((one) => one.measure === measure)?.current))
  return { count: count ?? Number.NaN, amount: amount ?? Number.NaN }
}

/** The figure of the year's scenarios on the home page. */
async function publishedOnHome(): Promise<number> {
  const html = await (await fetch(portal.url)).text()
  return Number(/class="big[^"]*"[^>]*>\s*(\d+)/.exec(html)?.[1] ?? /今年的应用场景[^]*?(\d+)\s*<[^]*?\/ 100/.exec(html)?.[1])
}

const text = (page: Page) => page.locator('main').innerText()
const lastPart = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''

describe.each([
  ['with scripts', true, '夜间'],
  ['without scripts', false, '清晨'],
])('the main job %s', (_name, javaScriptEnabled, when) => {
  const people: Record<string, Walker> = {}
  const as = async (role: string) => (people[role] ??= await sampleUser(browser, portal.url, role, javaScriptEnabled)).page
  const before = { count: 0, amount: 0, published: 0 }
  let title = ''
  let words = ''
  let scenarioId = ''
  let serial = ''
  let application = ''
  let contract = ''
  let broker = { number: '', name: '' }
  afterAll(async () => {
    for (const { context } of Object.values(people)) await context.close()
  })

  it('begins: a department proposes a scenario; what is wrong is named at its field and nothing typed is lost', async () => {
    Object.assign(before, await targets(), { published: await publishedOnHome() })
    expect(before.published).toBeGreaterThanOrEqual(83)
    const person = await db().person.findFirstOrThrow({ where: { account: { email: 'researcher@example.com' } } })
    broker = await db().broker.findFirstOrThrow({ where: { account: { email: 'broker@example.com' } }, select: { number: true, name: true } })
    const unit = await db().membership.findFirstOrThrow({ where: { account: { email: 'department@example.com' } } })
    words = person.keywords.slice(0, 2).join(' ')
    title = `旺龙湖${when}${person.keywords.slice(0, 2).join('与')}实测场`
    const page = await as('department')
    await page.goto(`${portal.url}/workspace/scenarios/new`)
    const values = {
      title: '', summary: `为${person.keywords.join('、')}提供${when}实测道路。`, body: `场地长 3.4 公里，${when}开放。${person.summary}${person.projects.join('；')}。需要的能力：${person.keywords.join('、')}。验收以连续 20 天的实测记录为准。`,
      kind: 'solution_selection', side: 'government', theme: 'smart_city', field: person.fields[0] ?? 'transport', areaKey: 'wanglonghu', leadId: unit.organisationId, technologies: person.keywords.join('\n'),
      budgetMin: '-5', budgetMax: '180', contactName: '陈牧川', contactPhone: '023-49800000', closesAt: '2020-01-01T17:00',
    }
    await fill(page, values)
    await press(page, 'save')
    const refused = await text(page)
    expect(refused).toContain('有 ')
    for (const field of ['场景名称', '预算']) expect(refused).toContain(field)
    expect(await page.inputValue('[name=contactName]')).toBe('陈牧川')
    expect(await page.inputValue('[name=body]')).toContain('3.4 公里')
    expect(await db().scenario.count({ where: { summary: values.summary } })).toBe(0)
    const closes = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
    await fill(page, { title, budgetMin: '120' })
    await press(page, 'save')
    expect(await text(page)).toContain('时间已经过去')
    expect(await db().scenario.count({ where: { summary: values.summary } })).toBe(0)
    await fill(page, { closesAt: `${closes}T17:00` })
    await press(page, 'save')
    scenarioId = lastPart(page)
    expect(await text(page)).toContain(title)
    await press(page, 'submit')
    expect(await text(page)).toContain('审核')
  })

  it('the reviewer returns it with a reason, which the department reads, and it comes again', async () => {
    const reviewer = await as('reviewer')
    await reviewer.goto(`${portal.url}/bureau`)
    await follow(reviewer, '应用场景审核')
    await follow(reviewer, title)
    await reviewer.locator('main details', { has: reviewer.locator('button[value=return]') }).locator('summary').click()
    await press(reviewer, 'return')
    expect(await text(reviewer)).toMatch(/(原因|理由)/)
    await fill(reviewer, { reason: '请写明每周开放几天' })
    await press(reviewer, 'return')
    const department = await as('department')
    await department.goto(`${portal.url}/workspace/scenarios/${scenarioId}`)
    expect(await text(department)).toContain('请写明每周开放几天')
    await follow(department, '修改')
    await fill(department, { resources: '每周开放 5 天，提供充电场地' })
    await press(department, 'save')
    await press(department, 'submit')
  })

  it('the reviewer publishes it: it has a serial, search finds it, and whom it suits gets a mail', async () => {
    // Nobody is flooded: a list that is full gets no more. Theirs has been answered.
    await db().match.updateMany({ where: { person: { account: { email: 'researcher@example.com' } }, state: { in: ['notified', 'accepted', 'met', 'applied'] } }, data: { state: 'declined', reason: '今年的课题已经排满，明年可以再谈。', decidedAt: new Date() } })
    const reviewer = await as('reviewer')
    await reviewer.goto(`${portal.url}/bureau/scenarios/${scenarioId}`)
    await press(reviewer, 'approve')
    await press(reviewer, 'publish')
    serial = (await db().scenario.findUniqueOrThrow({ where: { id: scenarioId } })).serial ?? ''
    expect(serial).toMatch(/^\d{4}-\d{2}-\d{3}$/)
    expect(await text(reviewer)).toContain(serial)
    await until(() => isFound(portal.url, title, serial), 'the scenario to be found')
    const mail = await until(async () => (await mailsTo('researcher@example.com')).find((one) => one.text.includes(title)), 'the mail to the researcher')
    expect(mail.text).toContain(`/workspace/matches/`)
    expect(await publishedOnHome()).toBe(before.published + 1)
  })

  it('the researcher finds it by search and reads why it suits', async () => {
    const page = await as('researcher')
    await page.goto(portal.url)
    await page.fill('#q', `${words} ${when}`)
    await Promise.all([page.waitForURL(/\/search/), page.press('#q', 'Enter')])
    const hit = page.locator(`a[href="/scenarios/${serial}"]`).first()
    expect(await hit.count()).toBe(1)
    expect(await page.locator('main mark').count()).toBeGreaterThan(0)
    await hit.click()
    expect(await text(page)).toContain(title)
    await page.goto(`${portal.url}/workspace/matches`)
    await follow(page, title)
    const shown = await text(page)
    for (const part of ['内容', '技术领域', '地域']) expect(shown).toContain(part)
    expect(await page.locator('main .joint').count()).toBeGreaterThan(0)
    const match = await db().match.findUniqueOrThrow({ where: { id: lastPart(page) } })
    const parts = match.parts as { points: number }[]
    expect(parts.reduce((sum, part) => sum + part.points, 0)).toBeCloseTo(match.score.toNumber(), 6)
    await press(page, 'accept')
    expect((await db().match.findUniqueOrThrow({ where: { id: match.id } })).state).toBe('accepted')
  })

  it('the researcher applies, accompanied by a broker, and the broker hears of it', async () => {
    const page = await as('researcher')
    await page.goto(`${portal.url}/scenarios/${serial}`)
    await follow(page, '申请')
    await fill(page, { approach: '' })
    await press(page, 'check')
    await press(page, 'submit')
    const refused = await text(page)
    expect(refused).toContain('技术方案')
    expect(await db().application.count({ where: { scenarioId, state: 'submitted' } })).toBe(0)
    await follow(page, '修改')
    const year = new Date().getUTCFullYear() + 1
    await fill(page, { approach: '用事件相机补足低照度感知，制动由独立链路触发，每周实测 5 天。', team: '课题组 4 人', startsOn: `${year}-02-01`, endsOn: `${year}-11-30`, cost: '1200000', iprProposal: '双方共有', broker: broker.number, noControl: 'on', termsAccepted: 'on' })
    await press(page, 'check')
    expect(await text(page)).toContain('事件相机')
    await press(page, 'submit')
    application = lastPart(page)
    expect(application).toMatch(/^SQ-\d{4}-\d{4}$/)
    expect(await text(page)).toContain('3 个工作日')
    await until(async () => (await mailsTo('broker@example.com')).some((mail) => mail.text.includes(title)), 'the mail to the broker')
    const brokerPage = await as('broker')
    await brokerPage.goto(`${portal.url}/workspace/applications`)
    expect(await text(brokerPage)).toContain(title)
  })

  it('the department takes it under review and chooses it; the researcher hears of it', async () => {
    const page = await as('department')
    await page.goto(`${portal.url}/workspace/applications/${application}`)
    await press(page, 'takeOn')
    await follow(page, '选定')
    await fill(page, { winners: application })
    await press(page, 'choose')
    expect((await db().application.findUniqueOrThrow({ where: { number: application } })).state).toBe('selected')
    await until(async () => (await mailsTo('researcher@example.com')).some((mail) => mail.text.includes(title) && mail.text.includes(application)), 'the mail of the choice')
    expect((await db().scenario.findUniqueOrThrow({ where: { id: scenarioId } })).landing).toBe('in_contact')
  })

  it('the researcher writes the contract: the form knows both parties, names a wrong amount, works out the sums', async () => {
    const page = await as('researcher')
    await page.goto(`${portal.url}/workspace/applications/${application}`)
    await follow(page, '填写技术合同')
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    await fill(page, { projectName: `${title}技术开发`, kind: 'development_commissioned', ipr: 'patent', plan: 'unplanned', totalAmount: '1200000', equipmentAmount: '200000', technologyAmount: '1100000.005', paymentMethod: 'instalments', signedOn: today })
    await press(page, 'check')
    expect(await text(page)).toContain('技术交易额')
    expect(await page.inputValue('[name=totalAmount]')).toBe('1200000')
    await fill(page, { technologyAmount: '950000', 'buyer[creditCode]': '91350100M000100Y4X' })
    await press(page, 'check')
    expect(await text(page)).toContain('校验')
    await fill(page, { 'buyer[creditCode]': '91350100M000100Y43' })
    await press(page, 'check')
    expect(new URL(page.url()).pathname).toMatch(/\/check$/)
    const paper = await text(page)
    expect(paper).toContain('1,200,000.00')
    expect(paper).toContain('950,000.00')
    await page.locator('[name=confirmed]').check()
    await press(page, 'report')
    contract = lastPart(page).split('?')[0] ?? ''
    expect(contract).toMatch(/^HT-\d{4}-\d{4}$/)
    expect(await text(page)).toContain(contract)
    const after = await targets()
    expect(after.count).toBe(before.count + 1)
    expect(after.amount).toBeCloseTo(before.amount + 1_200_000, 2)
  })

  it('the reviewer registers it; lineage, broker and statistics show it', async () => {
    const page = await as('reviewer')
    await page.goto(`${portal.url}/bureau/contracts/${contract}`)
    await press(page, 'start')
    await fill(page, { 'register[registrationNumber]': `2026500118${javaScriptEnabled ? '7001' : '7002'}` })
    await press(page, 'register')
    const stored = await db().contract.findUniqueOrThrow({ where: { number: contract }, include: { application: true, scenario: true, broker: true, match: true } })
    expect(stored).toMatchObject({ state: 'registered', source: 'scenario', application: { number: application }, scenario: { serial }, broker: { number: broker.number }, match: { state: 'contracted' } })
    expect(await text(page)).toContain('已登记')
    const brokerPage = await as('broker')
    await brokerPage.goto(`${portal.url}/workspace/contracts`)
    expect(await text(brokerPage)).toContain(title)
    expect((await targets()).count).toBe(before.count + 1)
    await page.goto(`${portal.url}/statistics`)
    expect(await text(page)).toContain(before.count + 1 >= 1000 ? `${Math.floor((before.count + 1) / 1000)},` : String(before.count + 1))
  })

  it('the administrator finds every step in the audit trail of its record, and both targets where they stand now', async () => {
    const page = await as('bureau')
    const applicationId = (await db().application.findUniqueOrThrow({ where: { number: application } })).id
    const contractId = (await db().contract.findUniqueOrThrow({ where: { number: contract } })).id
    for (const [entity, entityId, steps] of [
      ['scenario', scenarioId, ['create', 'submitted', 'changes_requested', 'published']],
      ['application', applicationId, ['start', 'submit', 'under_review', 'selected']],
      ['contract', contractId, ['create', 'report', 'registered']],
    ] as const) {
      await page.goto(`${portal.url}/bureau`)
      await follow(page, '审计记录')
      const form = page.locator('main details', { has: page.locator('[name=entityId]') })
      if (!(await page.locator('[name=entityId]').isVisible())) await form.locator('summary').click()
      await fill(page, { entity, entityId })
      await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), form.locator('button').click()])
      const trail = await page.locator('main ol.log').textContent()
      for (const step of steps) expect(trail, entity).toContain(`${entity}.${step}`)
    }
    await page.goto(`${portal.url}/bureau/targets`)
    expect(await page.locator('main').textContent()).toContain((before.count + 1).toLocaleString('en-US'))
  })
})
