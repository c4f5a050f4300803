import { findBrowser } from '../../scripts/browser.mjs'

/** The browser that `npm test` found or installed. */
export function browserPath(): string {
  const found = findBrowser()
  if (!found) throw new Error('no browser: run npm test, which finds or installs one')
  return found
}
