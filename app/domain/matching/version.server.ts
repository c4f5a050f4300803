import { modelOf, useEmbedder } from '~/domain/searching/vectors.server'
import { lexiconMark } from './lexicon'
import { profileVersion } from './profile'
import { weightsVersion } from './weights'

/**
 * Names what a score was computed by: the weights, the words of fields and their synonyms, the way from a text to what is compared, and the model of an
 * embedder. A match keeps it; of another version, all is matched again.
 */
export function matchingVersion(): string {
  const embedder = useEmbedder()
  return [weightsVersion, lexiconMark(), profileVersion().split('-')[0], ...(embedder ? [modelOf(embedder)] : [])].join('-')
}
