import type { FieldCode, ThemeKey } from '../types'

export type GroupKey =
  | 'vehicle' | 'parts' | 'battery' | 'factory' | 'materials' | 'biomed' | 'health' | 'agri' | 'city' | 'digital' | 'environment'
  | 'logistics' | 'education' | 'energy'

/**
 * What the sample district knows about one technical topic. Demand-side texts (cores, scenes) and supply-side texts (offers, methods)
 * share the meaning but not the wording, so that matching has something to do. Templates follow `createWriter` in text.ts; `{o}` is the
 * object, `{we}` the enterprise, `{site}` the area, `{area}` the landing area of a scenario.
 */
export interface Topic {
  key: string
  name: string
  group: GroupKey
  /** Industry words for the names of firms, where the group is too wide (a tea firm is not a fishery). */
  firms?: string[]
  field: FieldCode
  theme: ThemeKey
  /** GB/T 4754 codes of those who need it. */
  industries: string[]
  /** GB/T 13745 codes of those who know it. */
  disciplines: string[]
  /** Words of those who need it, and of those who offer it. */
  keywords: string[]
  supply: string[]
  objects: string[]
  figures: Record<string, string>
  cores: { titles: string[]; problem: string }[]
  tried: string[]
  ask: string[]
  /** Name, current value, required value, verification. */
  indicators: [string, string, string, string][]
  goals: string[]
  basis: string[]
  scenes: { titles: string[]; text: string }[]
  offers: { titles: string[]; text: string }[]
  methods: string[]
  /** Work items that contracts are about. */
  works: string[]
  /** What the confidential part holds. */
  secret: string
  qa: [string, string]
}
