import { createHash } from 'node:crypto'
import type { Tx } from '#prisma/client'
import { db } from '~/domain/kernel/db.server'
import { transaction } from '~/domain/kernel/transact.server'
import * as repo from './candidates-repo.server'
import { membersAfter, membersAmong, type Member, type MemberKeys } from './members.server'
import { pack } from './packing'
import { profileOf, profileVersion } from './profile'
import { candidateKinds, type CandidateKind } from './schema'

/*
 * What matching reads of candidates, a row each: facts and the terms of the text, ready to be compared. No truth of its own: a row is made of
 * records alone, by the job that brings the record's search row up to date, and can be made anew at any time.
 */

const portion = 500

/** Of all that a row is made of. The same record gives the same hash, in any process. */
const hashOf = (member: Member): string => createHash('sha256').update(JSON.stringify(member)).digest('hex').slice(0, 20)

function rowOf(member: Member, hash: string): repo.NewCandidateRow {
  const { rowId, id, sections, ...facts } = member
  return { ...facts, id: rowId, candidateId: id, profile: pack(profileOf(sections)), version: profileVersion(), hash }
}

/** Writes the rows of those whose rows say something else. Answers how many. */
async function write(tx: Tx, members: readonly Member[]): Promise<number> {
  const known = await repo.hashesOf(tx, profileVersion(), members.map(({ rowId }) => rowId))
  const fresh = members.flatMap((member) => {
    const hash = hashOf(member)
    return known.get(member.rowId) === hash ? [] : [rowOf(member, hash)]
  })
  await repo.writeRows(tx, fresh)
  return fresh.length
}

async function renew(tx: Tx, keys: MemberKeys, now: Date): Promise<void> {
  const members = await membersAmong(tx, keys, now)
  await write(tx, members)
  const there = new Set(members.map(({ id }) => id))
  await repo.deleteRows(tx, Object.values(keys).flat().filter((id) => !there.has(id)))
}

/**
 * Reads a candidate again and keeps its row, or takes it out; with a result those of the people and the institute that it is, or was, of: their
 * results are part of what they are compared by. Twice the same changes nothing.
 */
export async function renewCandidate(kind: CandidateKind, id: string, now = new Date()): Promise<void> {
  await transaction(db(), async (tx) => {
    await repo.lockRows(tx)
    const keys: MemberKeys = { person: [], institute: [], achievement: [], broker: [], [kind]: [id] }
    if (kind === 'achievement') {
      const owners = [await repo.ownersOf(tx, id), ...(await membersAmong(tx, keys, now))]
      keys.person = [...new Set(owners.flatMap((one) => one?.personIds ?? []))]
      keys.institute = [...new Set(owners.flatMap((one) => one?.organisationId ?? []))]
    }
    await renew(tx, keys, now)
  })
}

/** Brings all rows to what the records say, portion by portion; work goes on meanwhile. Answers how many it had to change. */
export async function fillCandidates(now = new Date()): Promise<number> {
  let changed = 0
  for (const kind of candidateKinds) {
    for (let after: string | null = null; ; ) {
      const done: { lastId: string | null; changed: number } = await transaction(db(), async (tx) => {
        await repo.lockRows(tx)
        const { lastId, members } = await membersAfter(tx, kind, after, portion, now)
        const gone = await repo.deleteBetween(tx, kind, after, lastId, members.map(({ id }) => id))
        return { lastId, changed: gone + (await write(tx, members)) }
      })
      changed += done.changed
      if (!done.lastId) break
      after = done.lastId
    }
  }
  await repo.analyseRows(db())
  return changed
}

/** Fills the rows when there are none, or some were made by another version: those would be compared with what they were not made for. */
export async function fillCandidatesIfStale(): Promise<void> {
  if (!(await repo.allOfVersion(db(), profileVersion()))) await fillCandidates()
}
