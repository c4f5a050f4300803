import type { Browser, BrowserContext, Page } from 'playwright-core'
import { signedIn } from './browser'
import { samplePassword } from './database-server'

/** Fills a form by the names of its fields, whatever kind each is; a list ticks several boxes. */
export async function fill(page: Page, values: Record<string, string | string[]>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`)
    const first = field.first()
    const kind = await first.evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase()))
    if (kind === 'radio' || kind === 'checkbox') for (const one of [value].flat()) await page.locator(`main [name="${name}"]${one === 'on' ? '' : `[value="${one}"]`}`).check({ force: true })
    else if (kind === 'select') await first.selectOption(String(value))
    else await first.fill(String(value))
  }
}

/** Presses the button of that intent and waits for the answer. A decision that is folded away is opened first. */
export async function press(page: Page, intent: string): Promise<void> {
  const button = page.locator(`main button[name=intent][value="${intent}"]`).last()
  if (!(await button.isVisible())) await page.locator('main details', { has: button }).last().locator('summary').first().click()
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), button.click()])
}

/** Follows the link of that text. */
export async function follow(page: Page, text: string): Promise<void> {
  const link = page.locator('main a', { hasText: text }).first()
  const before = page.url()
  await Promise.all([page.waitForURL((url) => url.href !== before), link.click()])
}

export type Walker = { page: Page; context: BrowserContext }

/** Someone of the sample district at their own browser, signed in. */
export function sampleUser(browser: Browser, url: string, role: string, javaScriptEnabled: boolean): Promise<Walker> {
  return signedIn(browser, url, `${role}@example.com`, { javaScriptEnabled, password: samplePassword })
}

/** Sends the form of the page by its main button. */
export async function send(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.locator('main form .btn-main').last().click()])
}
