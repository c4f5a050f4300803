import { createCookie } from '@remix-run/node'

export type Preferences = { type?: 'normal' | 'large'; theme?: 'auto' | 'light' | 'dark'; keys?: 'on' | 'off' }

/** How a reader likes pages: large type, light or dark, single keys as shortcuts. No personal data; kept a year. */
const cookie = createCookie('display', { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 365 * 24 * 3600 })

export async function preferencesOf(request: Request): Promise<Preferences> {
  const value: unknown = await cookie.parse(request.headers.get('Cookie'))
  return typeof value === 'object' && value !== null ? cleaned(value as Record<string, unknown>) : {}
}

function cleaned(given: Record<string, unknown>): Preferences {
  const found: Preferences = {}
  if (given.type === 'normal' || given.type === 'large') found.type = given.type
  if (given.theme === 'auto' || given.theme === 'light' || given.theme === 'dark') found.theme = given.theme
  if (given.keys === 'on' || given.keys === 'off') found.keys = given.keys
  return found
}

/** The cookie with one choice changed; a value that there is not changes nothing. */
export async function changedPreferences(request: Request, values: Record<string, unknown>): Promise<string> {
  return cookie.serialize({ ...(await preferencesOf(request)), ...cleaned(values) })
}
