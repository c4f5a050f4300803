import { useOwnLines } from '#search/text/words'
import { referenceDb } from '~/domain/kernel/db.server'
import * as repo from './repo.server'

/** How long a process may not have heard of a change that another one made, in ms. */
const keepFor = 1_000

let known: { at: number; stamp: string | null } = { at: -Infinity, stamp: null }

/** Makes the district's own words count in this process, as they are now. Asks the database once a second at most, unless `at once`. */
export async function freshWords(when: 'soon' | 'at once' = 'soon'): Promise<void> {
  if (when === 'soon' && performance.now() - known.at < keepFor) return
  known = { ...known, at: performance.now() }
  const stamp = await repo.stampOf(referenceDb())
  if (stamp === known.stamp) return
  useOwnLines(await repo.listOwn(referenceDb()))
  known = { at: performance.now(), stamp }
}
