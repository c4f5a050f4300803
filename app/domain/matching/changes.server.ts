import { db } from '~/domain/kernel/db.server'
import { transaction } from '~/domain/kernel/transact.server'
import { enqueueWith } from '~/jobs/enqueue'
import { rowsAmong, type CandidateRow } from './candidates-repo.server'
import * as repo from './changes-repo.server'
import type { Seen } from './changes-repo.server'
import { followCandidates } from './follow.server'
import { profileVersion } from './profile'
import { matchAllAgain } from './run.server'
import type { CandidateKind } from './schema'

/** How long after a candidate changed it is looked at, in ms: what changes together is looked at together. */
const gathering = 5_000
/** Of more at once, every open target is matched anew: that costs less than following each of them. */
export const manyAtOnce = 50
/** So many at once are an import: it is waited for until it is quiet for so long, in ms, but not for ever. */
const quietFor = 30_000
const waitAtMost = 10 * 60_000
/** So many are read at once. */
const portion = 500

/** Notes that a candidate may have changed, and has it looked at soon: one job, however many there are. `forget`: it has, though its row says the same. */
export async function noteCandidate(kind: CandidateKind, id: string, how?: 'forget'): Promise<void> {
  const now = new Date()
  await repo.noteChanged(db(), kind, id, now, how === 'forget')
  await lookAt(new Date(now.getTime() + gathering))
}

const lookAt = (runAt: Date) => enqueueWith(db())('match.candidates', {}, { key: 'match.candidates', runAt, keepTime: true })

/** When an import that is still going on is to be looked at; null: now. `noted` comes the longest ago first. */
function waitsUntil(noted: readonly Seen[]): Date | null {
  const [first, last] = [noted[0]?.changedAt?.getTime() ?? 0, noted.at(-1)?.changedAt?.getTime() ?? 0]
  const quiet = Math.min(last + quietFor, first + waitAtMost)
  return noted.length > manyAtOnce && Date.now() < quiet ? new Date(quiet) : null
}

/** Of all that a pair can hang on: a change of anything else (an address, a telephone) is none for matching. Where its organisation is, is no part of the row's hash. */
const markOf = ({ hash, regionCode, areaKey }: CandidateRow) => [hash, regionCode, areaKey].join(' ')
const ownersOf = ({ kind, organisationId, personIds }: CandidateRow) => (kind === 'achievement' ? [...(organisationId ? [organisationId] : []), ...personIds] : [])

/** A candidate that is another than it was. */
export type Changed = { id: string; kind: CandidateKind }

type Compared = { changed: Changed[]; remembered: Seen[]; owners: string[] }

/** Those of some that really are others than they were, and what is to be remembered of all of them. Whoever could not be matched and still cannot is none. */
async function compare(seen: readonly Seen[]): Promise<Compared> {
  const rows = new Map((await rowsAmong(db(), profileVersion(), [], seen.map(({ id }) => id))).map((row) => [row.candidateId, row]))
  const paired = new Set(await repo.pairedAmong(db(), seen.filter(({ id }) => !rows.has(id)).map(({ id }) => id)))
  const [changed, owners]: [Changed[], string[]] = [[], []]
  const remembered = seen.map((one) => {
    const row = rows.get(one.id)
    const [mark, ownerIds] = row ? [markOf(row), ownersOf(row)] : ['', []]
    if (row ? mark !== one.mark : one.mark !== '' || paired.has(one.id)) {
      changed.push({ id: one.id, kind: one.kind })
      owners.push(...one.ownerIds, ...ownerIds)
    }
    return { ...one, mark, ownerIds }
  })
  return { changed, remembered, owners }
}

async function compareAll(seen: readonly Seen[]): Promise<Compared> {
  const all: Compared = { changed: [], remembered: [], owners: [] }
  for (let from = 0; from < seen.length; from += portion) {
    const { changed, remembered, owners } = await compare(seen.slice(from, from + portion))
    all.changed.push(...changed)
    all.remembered.push(...remembered)
    all.owners.push(...owners)
  }
  return all
}

/** People and institutes whose results have changed: what they have done is part of what they are compared by. */
async function ownersAmong(ids: readonly string[]): Promise<Seen[]> {
  const known = new Map((await repo.seenAmong(db(), ids)).map((one) => [one.id, one]))
  return (await rowsAmong(db(), profileVersion(), [], [...ids])).map(({ candidateId: id, kind }) => ({ mark: '', ownerIds: [], ...known.get(id), id, kind, changedAt: null }))
}

/**
 * Looks at the candidates that may have changed since the last time: with whom of them a pair can be another, is worked out for these pairs alone; of very
 * many at once everything that is open is matched anew, once they are all there. Answers how many had changed.
 */
export async function followChanges(now: Date): Promise<number> {
  const waiting = await repo.changed(db())
  const later = waitsUntil(waiting)
  if (later) {
    await lookAt(later)
    return 0
  }
  const noted = await compareAll(waiting)
  const already = new Set(noted.remembered.map(({ id }) => id))
  const owners = await compareAll(await ownersAmong([...new Set(noted.owners)].filter((id) => !already.has(id))))
  const changed = [...noted.changed, ...owners.changed]
  if (changed.length > manyAtOnce) await matchAllAgain(now)
  else if (changed.length > 0) await followCandidates(changed, now)
  const remembered = [...noted.remembered, ...owners.remembered]
  for (let from = 0; from < remembered.length; from += portion) await transaction(db(), (tx) => repo.keepAllSeen(tx, remembered.slice(from, from + portion)))
  return changed.length
}
