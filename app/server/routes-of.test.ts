import { matchRoutes } from '@remix-run/react'
import { describe, expect, it } from 'vitest'
import type { ServerBuild } from '@remix-run/node'
import { partRoutes } from './routes-of'

type Routes = ServerBuild['routes']
const made = (paths: Record<string, { path?: string; index?: true; parentId?: string }>): Routes =>
  Object.fromEntries(Object.entries(paths).map(([id, route]) => [id, { id, module: {}, ...route }])) as unknown as Routes
const routes = made({
  root: { path: '' }, start: { index: true, parentId: 'root' }, search: { path: 'search', parentId: 'root' }, suggest: { path: 'search/suggest', parentId: 'root' }, feed: { path: 'feeds/search.atom', parentId: 'root' },
  bureau: { path: 'bureau', parentId: 'root' }, desk: { index: true, parentId: 'bureau' }, need: { path: 'needs/:id', parentId: 'bureau' }, needs: { path: 'needs/:id', parentId: 'root' }, rest: { path: '*', parentId: 'root' },
})

type Tree = { id: string; path?: string; index?: boolean; children?: Tree[] }
const tree = (of: Routes, parent?: string): Tree[] =>
  Object.values(of).filter(({ parentId }) => parentId === parent).map(({ id, path, index }) => (index ? { id, index } : { id, path, children: tree(of, id) }))
const found = (of: Routes, address: string) => matchRoutes(tree(of) as Parameters<typeof matchRoutes>[0], address)?.map(({ route }) => route.id)

describe('the part of the routes that an address belongs to', () => {
  const { parts, of } = partRoutes(routes)

  it.each(['/', '/search', '/Search', '/search/', '/search/suggest', '/feeds/search.atom', '/feeds/none', '/bureau', '/bureau/needs/1', '/needs/1', '/needs', '/nowhere', '/nowhere/at/all', '/%73earch', '//search', '/search.data', '/__manifest', '/constructor'])('finds for %s what all of them find', (address) => {
    const part = parts.get(of(address))
    expect(part && found(part, address)).toEqual(found(routes, address))
  })

  it('is small: the routes of its own first segment, and those that may be anywhere', () => {
    expect(Object.keys(parts.get('/search') ?? {})).toEqual(['root', 'search', 'suggest', 'rest'])
    expect(Object.keys(parts.get('/') ?? {})).toEqual(['root', 'start', 'rest'])
    expect(Object.keys(parts.get('other') ?? {})).toEqual(['root', 'rest'])
  })
})
