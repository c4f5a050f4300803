// No file grows past what can be read in one go: 400 lines (messages, data and generated files apart).
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const limit = 400
const apart = /(^|\/)(generated|i18n\/(zh|en)|topics|sample)\/|data\.tsx?$|\/words\//
const tooLong = []

function walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) walk(path)
    else if (/\.(ts|tsx|mjs)$/.test(entry.name) && !apart.test(path)) {
      const lines = readFileSync(path, 'utf8').split('\n').length
      if (lines > limit) tooLong.push(`${lines} lines: ${path}`)
    }
  }
}

for (const folder of ['app', 'prisma', 'search', 'emails', 'tests', 'scripts']) walk(folder)
if (tooLong.length > 0) {
  console.error(`Files over ${limit} lines; look for the second thing in each:\n${tooLong.join('\n')}`)
  process.exit(1)
}
