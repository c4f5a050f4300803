import { documentId } from '#search/document'
import { nearestRecords, vectorsFor } from '~/domain/searching/nearest.server'
import type { Reading } from './held'
import { searchTypeOf } from './members.server'
import type { TargetKind } from './schema'
import type { Shares } from './score'

/** So many of the nearest join those that share words with a target. */
const nearestAtMost = 100

type Told = { kind: TargetKind; path: string }
/** The search document of a need or scenario, by the number in its address. */
const rowIdOfTarget = ({ kind, path }: Told) => documentId(kind, path.split('/').at(-1) ?? '')

/** The rows of candidates that mean nearly what a target means, whether or not they share a word; none without an embedder. */
export async function nearRows(target: Told): Promise<string[]> {
  const id = rowIdOfTarget(target)
  const vector = (await vectorsFor([id]))?.get(id)
  return vector ? nearestRecords(vector, Object.values(searchTypeOf), nearestAtMost) : []
}

/** How near a candidate's meaning is to a target's: the cosine of their vectors, null where one of them has none. */
export type Meaning = (member: { rowId: string }) => number | null

/** Null without an embedder: then it is no part of a score. Asks the database alone. */
export async function meaningOf(target: Told, members: readonly { rowId: string }[]): Promise<Meaning | null> {
  const id = rowIdOfTarget(target)
  const vectors = await vectorsFor([id, ...members.map(({ rowId }) => rowId)])
  if (!vectors) return null
  const ours = vectors.get(id)
  return ({ rowId }) => {
    const theirs = vectors.get(rowId)
    if (ours?.length === undefined || ours.length !== theirs?.length) return null
    let product = 0
    for (let at = 0; at < ours.length; at++) product += (ours[at] ?? 0) * (theirs[at] ?? 0)
    return product
  }
}

/** A reading with the meaning as one more part; as it is without one. */
export function readingWith(reading: Reading, members: readonly { rowId: string }[], meaning: Meaning | null): Reading {
  if (!meaning) return reading
  const known: (number | null | undefined)[] = []
  const more = (shares: Shares, place: number): Shares => {
    const member = members[place]
    if (known[place] === undefined) known[place] = member ? meaning(member) : null
    return { ...shares, meaning: known[place] ?? null }
  }
  return {
    of: (place) => more(reading.of(place), place),
    among: (near) => {
      const testified = reading.among(near)
      return (place) => more(testified(place), place)
    },
  }
}
