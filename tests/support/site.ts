import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { samplePassword } from './database-server'

type BuiltRoute = { id: string; path?: string; index?: boolean; parentId?: string; module: { default?: unknown } }
export type PageRoute = { id: string; pattern: RegExp; parameters: number }

/** Every route of the build that shows a page, with what its addresses look like; the most literal first. */
export async function pageRoutes(): Promise<PageRoute[]> {
  const build = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as { routes: Record<string, BuiltRoute> }
  const full = (route: BuiltRoute): string => [route.parentId ? full(build.routes[route.parentId] ?? route) : '', route.path ?? ''].filter(Boolean).join('/')
  return Object.values(build.routes)
    .filter((route) => route.module.default && route.id !== 'root')
    .map((route) => {
      const segments = full(route).split('/').filter(Boolean)
      const source = segments.map((segment) => (segment.startsWith(':') ? '[^/]+' : segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))).join('/')
      return { id: route.id, pattern: new RegExp(`^/${source}$`), parameters: segments.filter((segment) => segment.startsWith(':')).length }
    })
    .sort((one, other) => one.parameters - other.parameters)
}

/** Signs a person of the sample district in over HTTP; answers the cookie. */
export async function cookieOf(url: string, role: string): Promise<string> {
  const answer = await fetch(`${url}/login`, { method: 'POST', redirect: 'manual', headers: { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ email: `${role}@example.com`, password: samplePassword }).toString() })
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
  if (!cookie) throw new Error(`${role} could not sign in: ${answer.status}`)
  return cookie
}

export type Found = { path: string; status: number; from: string }

/**
 * Follows the links of the site from `starts` as one person, at most `perRoute` addresses of each route, and answers what every
 * address gave and which page led to it.
 */
export async function crawl(url: string, cookie: string, starts: string[], routes: PageRoute[], perRoute: number): Promise<Found[]> {
  const seen = new Map<string, Found>()
  const counts = new Map<string, number>()
  const waiting = starts.map((path) => ({ path, from: '' }))
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { path, from } = next
    const route = routes.find(({ pattern }) => pattern.test(path.split('?')[0] ?? ''))?.id ?? path
    const count = counts.get(route) ?? 0
    if (seen.has(path) || count >= perRoute) continue
    counts.set(route, count + 1)
    const answer = await fetch(url + path, { redirect: 'manual', headers: { Cookie: cookie } })
    seen.set(path, { path, status: answer.status, from })
    const html = answer.headers.get('Content-Type')?.includes('html') ? await answer.text() : ''
    const links = [...html.matchAll(/ href="(\/[^"#]*)/g)].map((match) => (match[1] ?? '/').replaceAll('&amp;', '&'))
    const target = answer.headers.get('Location')
    for (const link of [...links, ...(target?.startsWith('/') ? [target] : [])]) if (!/^\/(assets\/|en(\/|$)|logout)/.test(link)) waiting.push({ path: link, from: path })
  }
  return [...seen.values()]
}
