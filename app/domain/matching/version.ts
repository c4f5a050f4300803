import { lexiconMark } from './lexicon'
import { profileVersion } from './profile'
import { weightsVersion } from './weights'

/** Names what a score was computed by: the weights, the words of fields and their synonyms, and the way from a text to what is compared. A match keeps it; of another version, all is matched again. */
export function matchingVersion(): string {
  return `${weightsVersion}-${lexiconMark()}-${profileVersion().split('-')[0]}`
}
