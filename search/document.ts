import { createHash } from 'node:crypto'
import { Decimal } from 'decimal.js'
import { FIELD_LIMIT, fold } from './text/fold'
import { readRun, soundTokens, syllablesOf, windowTokens, wordWindowTokens } from './text/pinyin'
import { memberTokensIn } from './text/synonyms'
import { characterToken, phraseTokens, skipTokens, wordToken } from './text/tokens'
import { chineseParts, runsOf, type Unit } from './text/units'
import { words } from './text/words'
import { fundingBucketsOf, NEVER, timedTypes, type FundingBucket, type SearchType } from './vocabulary'
import { standingOf, type Standing } from './window'

/** Raise this when documents must be made anew although their rows did not change. */
export const PIPELINE_VERSION = 3

type CommonSource = {
  /** The record's id as its URL has it: a scenario's serial, else a uuid. */
  id: string
  title: string
  summary: string
  body: string
  keywords: string[]
  theme?: string | null
  /** Technical field code. */
  field?: string | null
  /** GB/T 4754 codes from the section to the class itself, so that a filter by a broader one finds it. */
  industry?: string[]
  /** Landing area code. */
  area?: string | null
  /** The row's version, for telling an older document from a newer one. */
  version: number
  /** When it became public, or was last made so. */
  publishedAt: Date
}
/** What has a window and money: `closesAt` is when it ends for whatever reason (deadline, award, withdrawal), money in 元. */
type TimedSource = CommonSource & {
  opensAt?: Date | null
  closesAt?: Date | null
  fundingMin?: string | null
  fundingMax?: string | null
  modes?: string[]
  selection?: string | null
  year: number
  organisationName?: string | null
}

export type ScenarioSource = TimedSource & { type: 'scenario'; leadDepartment?: string | null; responsibleUnits?: string[] }
/** Only the public part of a need: there is no field for the confidential one, on purpose. */
export type NeedSource = TimedSource & { type: 'need'; number?: string | null }
export type AchievementSource = CommonSource & {
  type: 'achievement'
  modes?: string[]
  priceMin?: string | null
  priceMax?: string | null
  ownerName?: string | null
  inventors?: string[]
  number?: string | null
}
/** Only what the person shows to everyone. */
export type ExpertSource = CommonSource & { type: 'expert'; organisationName?: string | null; personTitle?: string | null }
export type InstituteSource = CommonSource & { type: 'institute'; kind?: string | null }
export type BrokerSource = CommonSource & { type: 'broker'; organisationName?: string | null; grade?: string | null }
export type SearchSource = ScenarioSource | NeedSource | AchievementSource | ExpertSource | InstituteSource | BrokerSource

export type DocumentFacts = Omit<SearchDocument, keyof DocumentTokens | keyof Standing | '_vectors'>
export type SearchDocument = {
  id: string
  type: SearchType
  recordId: string
  url: string
  number: string
  title: string
  summary: string
  body: string
  keywords: string[]
  /** Organisations and people that belong to it, as shown. */
  who: string[]
  theme: string | null
  field: string | null
  industry: string[]
  area: string | null
  modes: string[]
  selection: string | null
  year: number
  /** Seconds since 1970; `opensAt` is 0 and `closesAt` is `NEVER` where there is none. */
  opensAt: number
  closesAt: number
  postedAt: number
  /** 万元; null where open or to be agreed. */
  fundingMin: number | null
  fundingMax: number | null
  funding: FundingBucket[]
  /** A number from the id, so that equal records always come in the same order: the first 12 hex digits of its md5. */
  tie: number
  version: number
  /** Of the source's content and the pipeline: equal hashes need no indexing. */
  hash: string
  /** With an embedder: what the text means to it; null while that is not known. */
  _vectors?: { meaning: number[] | null }
} & DocumentTokens & Standing
/** What Meilisearch searches; everything else of a document is shown, filtered or sorted by. */
export type DocumentTokens = {
  titleTokens: string
  keywordTokens: string
  whoTokens: string
  bodyTokens: string
  synonymTokens: string[]
  bodySynonymTokens: string[]
  characterTokens: string[]
  latinTokens: string[]
  skipTokens: string
  titleSoundTokens: string
  soundTokens: string
  bodySoundTokens: string
  titlePinyinWordTokens: string[]
  titlePinyinTokens: string[]
  pinyinWordTokens: string[]
  pinyinTokens: string[]
}

const urlFolder: Record<SearchType, string> = {
  scenario: 'scenarios', need: 'needs', achievement: 'achievements', expert: 'experts', institute: 'institutes', broker: 'brokers',
}

/** The document's id for a record: Meilisearch allows letters, digits, `-` and `_`. */
export function documentId(type: SearchType, recordId: string): string {
  return `${type}_${recordId.replace(/[^a-zA-Z0-9_-]/g, '_')}`
}

const seconds = (date: Date) => Math.floor(date.getTime() / 1000)
const tenThousands = (yuan: string | null | undefined) => (yuan ? new Decimal(yuan).div(10_000).toNumber() : null)
const present = (values: (string | null | undefined)[]) => values.filter((value): value is string => !!value?.trim())

/** Between runs: Meilisearch takes it for the end of a sentence, so that no phrase crosses it. */
const BREAK = ' . '
const tokensIn = (runs: Unit[][]) => runs.map(run => phraseTokens(run).join(' ')).filter(Boolean).join(BREAK)

/** Texts' tokens, the words that have synonyms first, each on its own; and the words that find them by a synonym. */
function searchable(texts: string[]): { tokens: string; synonyms: string[] } {
  const folded = texts.map(text => fold(text.slice(0, FIELD_LIMIT)))
  const members = folded.map(memberTokensIn)
  const own = [...new Set(members.flatMap(found => [...found.own]))]
  return { tokens: [...own, tokensIn(folded.flatMap(runsOf))].join(BREAK), synonyms: members.flatMap(found => [...found.synonyms]) }
}

function soundsOf(runs: Unit[][]): string {
  const parts = runs.flatMap(chineseParts).filter(part => part.length > 1)
  return parts.map(part => soundTokens(syllablesOf(part.map(unit => unit.text))).join(' ')).join(BREAK)
}

function pinyinOf(runs: Unit[][]): { words: string[]; windows: string[] } {
  const read = runs.filter(run => run.some(unit => unit.cjk)).map(run => ({ run, syllables: readRun(run) }))
  return {
    words: [...new Set(read.flatMap(({ run, syllables }) => wordWindowTokens(run, syllables)))],
    windows: [...new Set(read.flatMap(({ run, syllables }) => windowTokens(run, syllables)))],
  }
}

function tokenFields(title: string, keywords: string[], who: string[], body: string[]): DocumentTokens {
  const runsIn = (texts: string[]) => texts.flatMap(text => runsOf(fold(text.slice(0, FIELD_LIMIT))))
  const [ofTitle, ofKeywords, ofWho, ofBody] = [searchable([title]), searchable(keywords), searchable(who), searchable(body)]
  const inHead = new Set([...ofTitle.synonyms, ...ofKeywords.synonyms])
  const [inTitle, beside, inBody] = [runsIn([title]), runsIn([...keywords, ...who]), runsIn(body)]
  const units = [...inTitle, ...beside, ...inBody].flat()
  const [titlePinyin, pinyin] = [pinyinOf(inTitle), pinyinOf(beside)]
  return {
    titleTokens: ofTitle.tokens,
    keywordTokens: ofKeywords.tokens,
    whoTokens: ofWho.tokens,
    bodyTokens: ofBody.tokens,
    synonymTokens: [...inHead],
    bodySynonymTokens: [...new Set([...ofWho.synonyms, ...ofBody.synonyms])].filter(token => !inHead.has(token)),
    characterTokens: [...new Set(units.filter(unit => unit.cjk).map(unit => characterToken(unit.text)))],
    latinTokens: [...new Set(units.filter(unit => !unit.cjk).map(unit => wordToken(unit.text)))],
    skipTokens: runsIn([title, ...keywords]).map(run => skipTokens(run).join(' ')).filter(Boolean).join(BREAK),
    titleSoundTokens: soundsOf(inTitle),
    soundTokens: soundsOf(beside),
    bodySoundTokens: soundsOf(inBody),
    titlePinyinWordTokens: titlePinyin.words,
    titlePinyinTokens: titlePinyin.windows,
    pinyinWordTokens: pinyin.words,
    pinyinTokens: pinyin.windows,
  }
}

function whoOf(source: SearchSource): string[] {
  switch (source.type) {
    case 'scenario':
      return present([source.organisationName, source.leadDepartment, ...(source.responsibleUnits ?? [])])
    case 'need':
      return present([source.organisationName])
    case 'achievement':
      return present([source.ownerName, ...(source.inventors ?? [])])
    case 'expert':
      return present([source.organisationName, source.personTitle])
    case 'institute':
      return present([source.kind])
    case 'broker':
      return present([source.organisationName, source.grade])
  }
}

function moneyOf(source: SearchSource) {
  if (source.type === 'scenario' || source.type === 'need') return { min: tenThousands(source.fundingMin), max: tenThousands(source.fundingMax) }
  if (source.type === 'achievement') return { min: tenThousands(source.priceMin), max: tenThousands(source.priceMax) }
  return null
}

/** Hash of what a document is made of; the same row gives the same hash, in any process. */
export function sourceHash(source: SearchSource): string {
  const sorted = Object.entries(source).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify([PIPELINE_VERSION, words().hash, sorted])).digest('hex').slice(0, 20)
}

/** What a document says, without the tokens. Pure: the same source gives the same facts. Throws when an amount is no decimal number. */
export function factsOf(source: SearchSource): DocumentFacts {
  const timed = source.type === 'scenario' || source.type === 'need' ? source : null
  const money = moneyOf(source)
  const who = whoOf(source)
  const id = documentId(source.type, source.id)
  const number = source.type === 'scenario' ? source.id : 'number' in source ? (source.number ?? '') : ''
  return {
    id,
    type: source.type,
    recordId: source.id,
    url: `/${urlFolder[source.type]}/${encodeURIComponent(source.id)}`,
    number,
    title: source.title,
    summary: source.summary,
    body: source.body,
    keywords: source.keywords,
    who,
    theme: source.theme ?? null,
    field: source.field ?? null,
    industry: source.industry ?? [],
    area: source.area ?? null,
    modes: 'modes' in source ? (source.modes ?? []) : [],
    selection: timed?.selection ?? null,
    year: timed?.year ?? yearOf(source.publishedAt),
    opensAt: timed?.opensAt ? seconds(timed.opensAt) : 0,
    closesAt: timed?.closesAt ? seconds(timed.closesAt) : NEVER,
    postedAt: seconds(source.publishedAt),
    fundingMin: money?.min ?? null,
    fundingMax: money?.max ?? null,
    funding: money ? fundingBucketsOf(money.min, money.max) : [],
    tie: Number.parseInt(createHash('md5').update(id).digest('hex').slice(0, 12), 16),
    version: source.version,
    hash: sourceHash(source),
  }
}

/** The document of what is known already, as it is at a time: the same facts give the same tokens. */
export function documentFrom(facts: DocumentFacts, now: Date): SearchDocument {
  const { title, keywords, who, number, summary, body } = facts
  const window = timedTypes.some(type => type === facts.type) ? facts : null
  return { ...facts, ...standingOf(window, seconds(now)), ...tokenFields(title, keywords, [...who, number].filter(Boolean), [summary, body]) }
}

/** A row as the index holds it at a time. */
export function documentOf(source: SearchSource, now: Date): SearchDocument {
  return documentFrom(factsOf(source), now)
}

/** The calendar year in Asia/Shanghai, which has been UTC+8 without daylight saving since 1991. */
function yearOf(date: Date): number {
  return new Date(date.getTime() + 8 * 3_600_000).getUTCFullYear()
}
