/**
 * How much each part of a score can bring, of 100 together. Raise `weightsVersion` with any change: a match keeps the
 * version that it was computed with.
 */
export const weightsVersion = '2026-11-3'

export const weights = {
  /** What both texts are about carries the most: it is what a reviewer reads first. */
  text: 30,
  /**
   * What those reach that are most like the candidate: two texts on one subject often use different words, and then a third
   * one that shares words with both tells. It cannot outweigh what the pair itself says.
   */
  kin: 20,
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

/** BM25's saturation, thrice the usual as a title counts thrice, and its usual length correction. */
export const k1 = 3.6
export const b = 0.75
/** A candidate that reaches 0.06 of all that a target asks is a good match: it brings half of the points of the text. */
export const saturation = 12
/** The mean of many is lower than the best: 0.025 brings four fifths of the points. */
export const kinSaturation = 60
/** How many of the likest ones a candidate's kin are. */
export const mostKin = 20
/** As if one of this likeness that reaches nothing stood among the kin. */
export const kinDoubt = 0.3
/** A word that a target repeats counts at most this often. */
export const mostAsked = 6

/**
 * The share of the places for one need that each kind of candidate has: a result, a person, an institute and a broker are
 * different offers, and their texts differ in length, so that their scores do not compare well enough to leave it to them alone.
 */
export const kindShare = { person: 0.4, achievement: 0.3, institute: 0.2, broker: 0.1 } as const
