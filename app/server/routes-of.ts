import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

/** The first segment that every address of a route begins with: '' for the start page; null where it may be any. */
function firstSegment(routes: Routes, id: string): string | null {
  const paths: string[] = []
  for (let route = routes[id]; route; route = route.parentId ? routes[route.parentId] : undefined) if (route.path) paths.unshift(route.path)
  const segment = paths.join('/').split('/')[0] ?? ''
  if (segment === '' && !routes[id]?.index) return null
  return /^[:*]|\?$/.test(segment) ? null : segment.toLowerCase()
}

function withParents(routes: Routes, ids: string[]): Routes {
  const kept = new Set<string>()
  for (const id of ids) for (let at: string | undefined = id; at && !kept.has(at); at = routes[at]?.parentId) kept.add(at)
  return Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)))
}

/**
 * Parts the routes by the first segment of their addresses, for the router compares an address with each of its routes, three times a
 * request: a tenth of a page's time. `of` answers the name of the part that an address belongs to; an address that is
 * written in an unusual way belongs to the part of all routes.
 */
export function partRoutes(routes: Routes): { parts: Map<string, Routes>; of: (path: string) => string } {
  const first = Object.keys(routes).map((id) => ({ id, segment: firstSegment(routes, id) }))
  const partOf = (segment: string | null) => withParents(routes, first.filter((one) => one.segment === null || one.segment === segment).map(({ id }) => id))
  const segments = new Set(first.flatMap(({ segment }) => (segment === null ? [] : [segment])))
  const parts = new Map<string, Routes>([...segments].map((segment) => [`/${segment}`, partOf(segment)]))
  parts.set('other', partOf(null)).set('all', routes)
  return {
    parts,
    of: (path) => {
      if (/%|\/\/|\.data$|^\/_/.test(path)) return 'all'
      const name = `/${(path.split('/')[1] ?? '').toLowerCase()}`
      return parts.has(name) ? name : 'other'
    },
  }
}
