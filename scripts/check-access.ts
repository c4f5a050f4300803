// Part of the build: every route must declare who may open it, by making its loader and action with the functions of
// app/http/guard.server.ts. A route that does not fails the build.
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'

type RouteModule = { loader?: { access?: string }; action?: { access?: string } }

const build = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as { routes: Record<string, { id: string; module: RouteModule }> }
const undeclared: string[] = []
for (const { id, module } of Object.values(build.routes)) {
  if (!module.loader) undeclared.push(`${id}: no loader, so nobody is asked who opens it`)
  else if (!module.loader.access) undeclared.push(`${id}: its loader declares no access`)
  if (module.action && !module.action.access) undeclared.push(`${id}: its action declares no access`)
}
if (undeclared.length > 0) {
  console.error(`Routes without a declared access:\n${undeclared.map((line) => `  ${line}`).join('\n')}`)
  process.exit(1)
}
console.log(`${Object.keys(build.routes).length} routes, each with a declared access`)
process.exit(0)
