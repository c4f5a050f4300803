import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { browserPath } from './browser-path'
import { password } from './factories'

/** A real Chromium, without the calls home that a closed network refuses. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] })
}

/** A person at the browser: signed in through the log-in page. */
export async function signedIn(browser: Browser, url: string, email: string, options: { javaScriptEnabled?: boolean; password?: string } = {}): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ locale: 'zh-CN', javaScriptEnabled: options.javaScriptEnabled ?? true, viewport: { width: 1280, height: 800 } })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  await page.goto(`${url}/login`)
  await page.fill('input[name=email]', email)
  await page.fill('input[name=password]', options.password ?? password)
  await page.locator('main form button').first().click()
  await page.waitForURL((at) => !at.pathname.endsWith('/login'))
  return { page, context }
}
