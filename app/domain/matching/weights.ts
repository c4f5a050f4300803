/**
 * How much each part of a score can bring, of 100 together. Raise `weightsVersion` with any change: a match keeps the
 * version that it was computed with.
 */
export const weightsVersion = '2026-11-5'

export const weights = {
  /** What both texts are about carries the most: it is what a reviewer reads first. */
  text: 30,
  /**
   * What both lean to by the words of their fields, whether or not they share one: 消声 and 啸叫 are the same matter. Less than the
   * text, as two texts of one subject may still treat two problems.
   */
  subject: 22,
  /**
   * What those reach that are most like the candidate: two texts on one subject often use different words, and then a third
   * one that shares words with both tells. It cannot outweigh what the pair itself says.
   */
  kin: 10,
  /** The same of the eleven technical fields: right field, wrong problem is still closer than the other way round. */
  field: 10,
  /** Results and projects that show it was done before, and how mature they are. */
  record: 10,
  /** Ways of working together that both sides take. */
  mode: 9,
  /** Near enough to come by. */
  area: 9,
} as const

/** With an embedder (`EMBEDDER_URL`) the texts' vectors are one more part, and the others are worth that much less; together a hundred again. */
export const weightsWithMeaning = { text: 26, subject: 19, kin: 8, field: 8, record: 8, mode: 8, area: 8, meaning: 15 } as const
/** Two texts in Chinese on nothing in common still have a cosine of about this; from the other on they say the same in other words. */
export const meaningFrom = 0.35
export const meaningTo = 0.8

/** Words of a title say more than those of a body. */
export const sectionWeight: Record<string, number> = { title: 1.5, keywords: 1.2, problem: 1, summary: 1, indicators: 0.8, goal: 0.7, body: 0.8, projects: 1, results: 1, cases: 0.8 }

/** BM25's saturation, a little more than the usual 1.2 as a title counts more than once, and its usual length correction. */
export const k1 = 1.5
export const b = 0.75
/** A candidate that reaches 0.07 of all that a target asks is a good match: it brings half of the points of the text. */
export const saturation = 10
/** The mean of many is lower than the best: 0.025 brings four fifths of the points. */
export const kinSaturation = 60
/** How many of the likest ones a candidate's kin are. */
export const mostKin = 20
/** As if one of this likeness that reaches nothing stood among the kin. */
export const kinDoubt = 0.3
/** What a rare word says more than a common one, for what is asked: a little more than its rarity. */
export const sharpness = 1.5
/** What a word of a field that is asked counts beside itself: twice as much as one of no field. */
export const fieldWord = 1
/** A word of the lexicon that stands this often (a title's counts more) says half of what it can. */
export const wordHalf = 1.5
/** What the characters and pairs of a text hint at, against the words of the lexicon in it: they speak for words that it does not have. */
export const hinted = 0.4
/** A single character of the lexicon's words hints less than a pair of them. */
export const characterHint = 0.3
/** As if one more word, of no subject, had each character and pair. */
export const hintDoubt = 1
/** What the company of a text's words says of its subjects, against what the words of the lexicon in it say themselves. */
export const learnt = 0.5
/** As if one more text, of no subject, had each term. */
export const learntDoubt = 1
/** A word that a target repeats counts at most this often. */
export const mostAsked = 6

/**
 * The share of the places for one need that each kind of candidate has: a result, a person, an institute and a broker are
 * different offers, and their texts differ in length, so that their scores do not compare well enough to leave it to them alone.
 */
export const kindShare = { person: 0.4, achievement: 0.3, institute: 0.2, broker: 0.1 } as const
