/*
 * Terms as numbers of 32 bits, the same in every process and every year, so that what is known of a text can be kept in the database
 * and compared without a list of all terms. A Chinese character is its own code, a pair of them is both codes side by side: no two of
 * these are ever taken for one. What is longer, and Latin words, are hashed to where no pair can be: among some ten thousand of
 * them two share a code once in a dozen portals.
 */

/** Where the characters of the Han script begin: no pair of them has a code below. */
const firstHan = 0x2e80
const singles = 0x10000
const hashes = firstHan * singles - singles

/** The code of a term, from 1 on. */
export function codeOf(term: string): number {
  const first = term.charCodeAt(0)
  if (first >= firstHan && term.length === 1) return first
  if (first >= firstHan && term.length === 2) return ((first << 16) | term.charCodeAt(1)) >>> 0
  let hash = 0x811c9dc5
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return singles + ((hash ^ (hash >>> 13)) >>> 0) % hashes
}

/** Whether a code is of a single character. */
export const isSingle = (code: number): boolean => code < singles
