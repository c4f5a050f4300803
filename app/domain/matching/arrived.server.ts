import type { SearchType } from '#search/vocabulary'
import { system } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { rowsAmong } from './candidates-repo.server'
import { noteCandidate } from './changes.server'
import { loadTarget, type LoadedTarget } from './compute.server'
import { profileVersion } from './profile'
import { askForAll } from './follow.server'
import { targetKinds } from './schema'

/** Records whose vectors came later than they did: needs and scenarios are matched again, candidates are followed like any that changed. */
export async function vectorsArrived(records: readonly { id: string; type: SearchType; recordId: string }[]): Promise<void> {
  const targets: LoadedTarget[] = []
  for (const { type, recordId } of records) {
    const kind = targetKinds.find((one) => one === type)
    const target = kind && (await loadTarget({ tx: db() }, kind, recordId))
    if (target) targets.push(target)
  }
  if (targets.length > 0) await askForAll(system, { targets })
  for (const { candidateId, kind } of await rowsAmong(db(), profileVersion(), records.map(({ id }) => id), [])) await noteCandidate(kind, candidateId, 'forget')
}
