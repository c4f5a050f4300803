import { createHash } from 'node:crypto'
import type { Settings } from 'meilisearch'
import { allSynonyms } from './text/synonyms'
import { memberToken, phraseTokens } from './text/tokens'
import { runsOf } from './text/units'
import { PIPELINE_VERSION } from './document'
import { facetFields } from './vocabulary'

/** Raise this with every change to the settings below. */
export const SETTINGS_VERSION = 2

/** Fields that hold tokens, the weightiest first; which of them a query asks is `search/query`’s decision. */
export const searchableFields = [
  'titleTokens', 'keywordTokens', 'whoTokens', 'bodyTokens', 'characterTokens', 'latinTokens', 'skipTokens', 'soundTokens', 'bodySoundTokens',
  'pinyinWordTokens', 'pinyinTokens',
] as const

/** Deepest hit that a page can reach. */
export const MAX_HITS = 10_000

/** A word as the phrase of tokens that stands in documents where the word does. */
const phraseOf = (word: string) => runsOf(word).flatMap(phraseTokens).join(' ')

/**
 * A query asks for a word that has synonyms by a token of its own, which no document holds: it stands for the phrase of each
 * of them. So a change of the lists is a change of this setting alone, which takes hold at once and makes no document anew.
 */
export function synonymsOfTokens(): Record<string, string[]> {
  return Object.fromEntries(allSynonyms().map(([word, others]) => [memberToken(word), [word, ...others].map(phraseOf)]))
}

function settingsWithoutSynonyms(): Settings {
  return {
    searchableAttributes: [...searchableFields],
    displayedAttributes: [
      'id', 'type', 'recordId', 'url', 'number', 'title', 'summary', 'body', 'keywords', 'who', 'theme', 'field', 'industry', 'area',
      'modes', 'selection', 'year', 'opensAt', 'closesAt', 'postedAt', 'fundingMin', 'fundingMax', 'version', 'hash',
    ],
    filterableAttributes: [...facetFields, 'id', 'opensAt', 'closesAt', 'postedAt'],
    sortableAttributes: ['closesAt', 'postedAt', 'fundingMax', 'fundingMin', 'tie'],
    // A title says what a thing is: where a word stands counts before how near the words are to each other.
    rankingRules: ['sort', 'words', 'typo', 'attribute', 'proximity', 'exactness', 'postedAt:desc'],
    // Tokens are codes: one letter more or less is another code. Only Latin words are typed with slips.
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 6, twoTypos: 10 },
      disableOnAttributes: searchableFields.filter(field => field !== 'latinTokens'),
    },
    // Tokens are no language; without this every field would be tried for one.
    localizedAttributes: [{ attributePatterns: ['*'], locales: ['eng'] }],
    stopWords: [],
    pagination: { maxTotalHits: MAX_HITS },
    faceting: { maxValuesPerFacet: 400, sortFacetValuesBy: { '*': 'count' } },
    searchCutoffMs: 1_500,
  }
}

/** Names these settings and the way documents are made. */
function settingsMark(): string {
  const hash = createHash('sha256').update(JSON.stringify(settingsWithoutSynonyms())).digest('hex').slice(0, 8)
  return `settings-${SETTINGS_VERSION}-pipeline-${PIPELINE_VERSION}-${hash}`
}

/**
 * Where an index keeps its mark: a synonym of what no text contains. Meilisearch's settings have no place for notes, and
 * a word in its dictionary would slow every search down by 2 ms.
 */
const MARK_KEY = 'settingsmark'

/** Whether an index with these synonyms was made by the settings and the pipeline of this program. */
export function isCurrent(synonyms: Record<string, string[]>): boolean {
  return synonyms[MARK_KEY]?.includes(settingsMark()) ?? false
}

/** Everything that the index is told, in one place. */
export function indexSettings(): Settings {
  return { ...settingsWithoutSynonyms(), synonyms: synonymSetting() }
}

/** The synonyms with the mark: what `updateSynonyms` is given when the lists of words changed. */
export function synonymSetting(): Record<string, string[]> {
  return { ...synonymsOfTokens(), [MARK_KEY]: [settingsMark()] }
}
