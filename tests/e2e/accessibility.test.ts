import AxeBuilder from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reindex } from '~/cli/reindex'
import { closeDb } from '~/domain/kernel/db.server'
import { setEnv } from '~/env.server'
import { launch } from '#tests/support/browser'
import { startPortal, type Portal } from '#tests/support/portal'
import { beginnings, filledMailbox } from '#tests/support/sample-extras'
import { cookieOf, crawl, pageRoutes, type Found, type PageRoute } from '#tests/support/site'

/*
 * Every page of the site, found by following its links as each role of the sample district: no link is dead, no page is left
 * out, axe finds nothing with no rule ignored, and nothing runs out of a screen of 360 px.
 */

const roles = ['visitor', 'enterprise', 'researcher', 'institute', 'broker', 'department', 'reviewer', 'bureau'] as const
type Role = (typeof roles)[number]

/** Pages that no link of the sample leads to: a mail does, or a record that somebody has just begun. */
const addresses = (begun: Awaited<ReturnType<typeof beginnings>>): Record<string, { role: Role; path: string }> => ({
  'routes/confirm': { role: 'visitor', path: '/confirm?token=spent' },
  'routes/unsubscribe': { role: 'visitor', path: `/unsubscribe?token=${begun.unsubscribe}` },
  'routes/account.searches.$id': { role: 'researcher', path: `/account/searches/${begun.savedSearch}` },
  'routes/reset-password': { role: 'visitor', path: '/reset-password?token=spent' },
  'routes/workspace.members._index': { role: 'researcher', path: '/workspace/members' },
  'routes/workspace.applications.$id.check': { role: 'researcher', path: `/workspace/applications/${begun.draftApplication}/check` },
  'routes/workspace.applications.$id.edit': { role: 'researcher', path: `/workspace/applications/${begun.draftApplication}/edit` },
  'routes/workspace.contracts.$id.check': { role: 'enterprise', path: `/workspace/contracts/${begun.draftContract}/check` },
  'routes/workspace.contracts.$id.edit': { role: 'enterprise', path: `/workspace/contracts/${begun.draftContract}/edit` },
  'routes/workspace.needs.$id.check': { role: 'enterprise', path: `/workspace/needs/${begun.draftNeed}/check` },
  'routes/needs.$id.confidential': { role: 'enterprise', path: `/needs/${begun.confidentialNeed}/confidential` },
  'routes/workspace.scenarios.$id.choose': { role: 'department', path: `/workspace/scenarios/${begun.scenario}/choose` },
})

let portal: Portal
let mailbox: Awaited<ReturnType<typeof filledMailbox>>
let begun: Awaited<ReturnType<typeof beginnings>>
let browser: Browser
let routes: PageRoute[] = []
const cookies = {} as Record<Role, string>
const found = new Map<string, { role: Role; path: string }>()
const dead: (Found & { role: Role })[] = []

beforeAll(async () => {
  mailbox = await filledMailbox()
  portal = await startPortal({
    sample: true,
    more: { MAILBOX_URL: mailbox.webUrl },
    prepare: async (values) => {
      setEnv(values)
      await reindex()
      begun = await beginnings()
      await closeDb()
    },
  })
  browser = await launch()
  routes = await pageRoutes()
  for (const role of roles) {
    cookies[role] = role === 'visitor' ? '' : await cookieOf(portal.url, role)
    const starts = ['/', '/help', '/account', '/workspace', ...(role === 'reviewer' || role === 'bureau' ? ['/bureau'] : []), ...(role === 'visitor' ? ['/dev/ui', '/dev/empty', '/dev/mailbox', '/no/such/page'] : [])]
    for (const one of await crawl(portal.url, cookies[role], starts, routes, 3)) {
      const route = routes.find(({ pattern }) => pattern.test(one.path.split('?')[0] ?? ''))
      // The home page's doors and the help speak to every role: a door of another role may be shut, but not missing.
      const otherDoor = one.status === 403 && (one.from === '/' || one.from === '/help')
      if (one.status >= 400 && !otherDoor && one.path !== '/no/such/page') dead.push({ ...one, role })
      if (route && one.status === 200 && !found.has(route.id)) found.set(route.id, { role, path: one.path })
    }
  }
  for (const [id, address] of Object.entries(addresses(begun))) if (!found.has(id)) found.set(id, address)
  found.set('an error', { role: 'visitor', path: '/no/such/page' })
})
afterAll(async () => {
  await browser.close()
  await portal.stop()
  await mailbox.stop()
})

it('has no dead link', () => expect(dead).toEqual([]))

it('leads to every page of the build', () => expect(routes.filter(({ id }) => !found.has(id)).map(({ id }) => id)).toEqual([]))

const combinations = [
  ['Chinese, 360 px, light', { prefix: '', width: 360, scheme: 'light' }],
  ['English, 1280 px, dark', { prefix: '/en', width: 1280, scheme: 'dark' }],
  ...(import.meta.env.MODE === 'all'
    ? ([['Chinese, 360 px, dark', { prefix: '', width: 360, scheme: 'dark' }], ['Chinese, 1280 px, light', { prefix: '', width: 1280, scheme: 'light' }], ['Chinese, 1280 px, dark', { prefix: '', width: 1280, scheme: 'dark' }], ['English, 360 px, light', { prefix: '/en', width: 360, scheme: 'light' }], ['English, 360 px, dark', { prefix: '/en', width: 360, scheme: 'dark' }], ['English, 1280 px, light', { prefix: '/en', width: 1280, scheme: 'light' }]] as const)
    : []),
] as const

describe.each(combinations)('in %s', (_name, { prefix, width, scheme }) => {
  it('axe finds nothing on any page, and nothing runs out of the screen', async () => {
    const problems: string[] = []
    const waiting = [...found.values()]
    // Two at a time, each with cookies of its own.
    const walk = async () => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme })
      const page = await context.newPage()
      page.on('console', (message) => {
        if (message.type() === 'error' && !/404 \(Not Found\)/.test(message.text())) problems.push(`${page.url()}: ${message.text()}`)
      })
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { role, path } = next
        await context.clearCookies()
        const [name = '', ...value] = cookies[role].split('=')
        if (cookies[role]) await context.addCookies([{ name, value: value.join('='), url: portal.url }])
        await page.goto(portal.url + (prefix && path === '/' ? prefix : prefix + path))
        const { violations } = await new AxeBuilder({ page }).analyze()
        for (const { id, nodes } of violations) problems.push(`${path} (${role}): ${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')}`)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        if (wide > 0) problems.push(`${path} (${role}): ${wide} px too wide`)
      }
      await context.close()
    }
    await Promise.all([walk(), walk()])
    expect(problems).toEqual([])
  })
})

describe('the search field, where scripts run', () => {
  const list = '[role=listbox]:not([hidden])'
  const chosen = '[role=option][aria-selected=true]'

  it('suggests while one types, says how much, and is worked by keys alone; axe finds nothing in it', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
    const page = await context.newPage()
    const field = page.locator('#q')
    const at = (name: string) => field.getAttribute(name)
    await page.goto(portal.url)
    expect([await at('role'), await at('aria-expanded'), await at('aria-controls')]).toEqual(['combobox', 'false', 'q-suggestions'])
    await field.pressSequentially('自动驾')
    await page.waitForSelector(`${list} mark`)
    expect(await at('aria-expanded')).toBe('true')
    expect(await page.locator('form [role=status]').textContent()).toMatch(/^有 \d 条建议/)
    expect((await new AxeBuilder({ page }).include('form.query').analyze()).violations.map(({ id }) => id)).toEqual([])
    await field.press('ArrowDown')
    expect(await at('aria-activedescendant')).toBe(await page.locator(chosen).getAttribute('id'))
    await field.press('Escape')
    expect([await at('aria-expanded'), await field.inputValue()]).toEqual(['false', '自动驾'])

    // Without a chosen line Enter is the form's own; so is what comes of a line that is a query.
    await Promise.all([page.waitForURL(/\/search\?q=/), field.press('Enter')])
    expect(new URL(page.url()).searchParams.get('q')).toBe('自动驾')
    await page.goto(`${portal.url}/en`)
    await field.pressSequentially('自动驾')
    await page.waitForSelector(`${list} a[href^="/en/"]:not([href*="/search"])`)
    await field.press('ArrowUp')
    const record = (await page.locator(chosen).getAttribute('href')) ?? ''
    await Promise.all([page.waitForURL((url) => url.pathname === record), field.press('Enter')])

    // What was searched for is remembered here alone, until it is cleared.
    await page.goto(`${portal.url}/search`)
    await field.focus()
    await page.waitForSelector(`${list} [data-query="自动驾"]`)
    await field.press('ArrowUp')
    await field.press('Enter')
    await page.waitForSelector(`${list} [data-query="自动驾"]`, { state: 'detached' })
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await field.press('Tab')
    await page.waitForSelector(list, { state: 'detached' })
    await context.close()
  })
})
