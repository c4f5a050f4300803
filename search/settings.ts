import { createHash } from 'node:crypto'
import type { Settings } from 'meilisearch'
import { embedder, vectorName } from './embedder'
import { ownSynonymSetting } from './text/synonyms'
import { words } from './text/words'
import { PIPELINE_VERSION } from './document'
import { facetFields } from './vocabulary'

/** Raise this with every change to the settings below. */
export const SETTINGS_VERSION = 3

/** Fields that hold tokens, the weightiest first; which of them a query asks is `search/query`’s decision. */
export const searchableFields = [
  'titleTokens', 'keywordTokens', 'synonymTokens', 'whoTokens', 'bodyTokens', 'bodySynonymTokens', 'characterTokens', 'latinTokens', 'skipTokens',
  'titleSoundTokens', 'soundTokens', 'bodySoundTokens', 'titlePinyinWordTokens', 'titlePinyinTokens', 'pinyinWordTokens', 'pinyinTokens',
] as const

/** Deepest hit that a page can reach. */
export const MAX_HITS = 10_000

function settingsWithoutVersion(): Settings {
  const meant = embedder()
  return {
    // Vectors come with the documents: Meilisearch asks no model itself.
    ...(meant && { embedders: { [vectorName]: { source: 'userProvided', dimensions: meant.dimensions } } }),
    searchableAttributes: [...searchableFields],
    displayedAttributes: [
      'id', 'type', 'recordId', 'url', 'number', 'title', 'summary', 'body', 'keywords', 'who', 'theme', 'field', 'industry', 'area',
      'modes', 'selection', 'year', 'opensAt', 'closesAt', 'postedAt', 'fundingMin', 'fundingMax', 'version', 'hash',
    ],
    filterableAttributes: [...facetFields, 'statuses', 'statusFrom', 'statusUntil', 'id', 'opensAt', 'closesAt', 'postedAt'],
    sortableAttributes: ['closesAt', 'postedAt', 'fundingMax', 'fundingMin', 'tie'],
    // A title says what a thing is: where a word stands counts before how near the words are to each other.
    rankingRules: ['sort', 'words', 'typo', 'attribute', 'proximity', 'exactness', 'postedAt:desc'],
    // A token is two neighbours already: which stand beside which need not be kept once more, at a third of the index.
    proximityPrecision: 'byAttribute',
    // Tokens are codes: one letter more or less is another code. Only Latin words are typed with slips.
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 6, twoTypos: 10 },
      disableOnAttributes: searchableFields.filter(field => field !== 'latinTokens'),
    },
    // Tokens are no language; without this every field would be tried for one.
    localizedAttributes: [{ attributePatterns: ['*'], locales: ['eng'] }],
    // Thousands of synonyms here would be read again with every query (0.1 s): documents carry their tokens instead.
    synonyms: {},
    stopWords: [],
    pagination: { maxTotalHits: MAX_HITS },
    faceting: { maxValuesPerFacet: 400, sortFacetValuesBy: { '*': 'count' } },
    searchCutoffMs: 1_500,
  }
}

/** Names these settings, the word lists, the way documents are made, and the model of their vectors if there is one. */
function settingsMark(): string {
  const hash = createHash('sha256').update(JSON.stringify(settingsWithoutVersion())).digest('hex').slice(0, 8)
  return `settings-${SETTINGS_VERSION}-pipeline-${PIPELINE_VERSION}-words-${words().hash}-${hash}${embedder() ? `-${embedder()?.model}` : ''}`
}

/**
 * Where an index keeps its mark: a synonym of what no text contains. Meilisearch's settings have no place for notes, and
 * a word in its dictionary would slow every search down by 2 ms.
 */
const MARK_KEY = 'settingsmark'

/** Whether an index with these synonyms was made by the settings, words and pipeline of this program. */
export function isCurrent(synonyms: Record<string, string[]>): boolean {
  return synonyms[MARK_KEY]?.includes(settingsMark()) ?? false
}

/** Everything that the index is told, in one place. */
export function indexSettings(): Settings {
  return { ...settingsWithoutVersion(), synonyms: synonymSetting() }
}

/** The district's own synonyms, with the mark: what the index is told when they change. */
export function synonymSetting(): Record<string, string[]> {
  return { ...ownSynonymSetting(), [MARK_KEY]: [settingsMark()] }
}
