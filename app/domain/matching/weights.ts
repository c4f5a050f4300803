/**
 * How much each part of a score can bring, of 100 together. Raise `weightsVersion` with any change: a match keeps the
 * version that it was computed with.
 */
export const weightsVersion = '2026-11-2'

export const weights = {
  /** What both texts are about carries the most: it is what a reviewer reads first. */
  text: 50,
  /** The same of the eleven technical fields: right field, wrong problem is still closer than the other way round. */
  field: 15,
  /** Results and projects that show it was done before, and how mature they are. */
  record: 15,
  /** Ways of working together that both sides take. */
  mode: 10,
  /** Near enough to come by. */
  area: 10,
} as const

/** Words of a title say more than those of a body. */
export const sectionWeight: Record<string, number> = { title: 3, keywords: 2.5, problem: 1, summary: 1.2, indicators: 0.8, goal: 0.7, body: 0.8, projects: 1, results: 1, cases: 0.8 }

/** BM25's saturation and length correction, the usual values. */
export const k1 = 1.2
export const b = 0.6
/** A relevance of 0.25 of the ideal is a good match: it brings five sixths of the points of the text. */
export const saturation = 7

/**
 * The share of the places for one need that each kind of candidate has: a result, a person, an institute and a broker are
 * different offers, and their texts differ in length, so that their scores do not compare well enough to leave it to them alone.
 */
export const kindShare = { person: 0.4, achievement: 0.3, institute: 0.2, broker: 0.1 } as const
