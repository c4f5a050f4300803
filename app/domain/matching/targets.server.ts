import { db } from '~/domain/kernel/db.server'
import { leastTerms, loadTarget, type LoadedTarget } from './compute.server'
import { askingProfile, type Profile } from './profile'
import * as repo from './targets-repo.server'

/** An open need or scenario with what it asks. */
export type OpenTarget = { target: LoadedTarget; asking: Profile; found: number; version: string }

type Kept = { mark: number; target: LoadedTarget; asking: Profile }
/** Reading what a text asks takes some milliseconds, so that it is kept until the text changes; only of what is open. */
let kept = new Map<string, Kept>()

/** Every open need and scenario that was matched before and says enough to be matched. `pause` lets others go first now and then. */
export async function openTargets(now: Date, pause: () => Promise<void>): Promise<OpenTarget[]> {
  const [rows, before, next] = [await repo.openTargets(db(), now), kept, new Map<string, Kept>()]
  const open: OpenTarget[] = []
  for (const { id, kind, mark, version, found } of rows) {
    if (version === null || found === null) continue
    let one = before.get(id)
    if (one?.mark !== mark.getTime()) {
      await pause()
      const target = await loadTarget({ tx: db() }, kind, id)
      if (!target) continue
      one = { mark: mark.getTime(), target, asking: askingProfile(target.sections) }
    }
    next.set(id, one)
    if (one.asking.terms.length >= leastTerms) open.push({ target: one.target, asking: one.asking, found, version })
  }
  kept = next
  return open
}
