export type FieldCode =
  | 'electronics' | 'aerospace' | 'advanced_manufacturing' | 'biomedicine' | 'new_materials' | 'new_energy' | 'environment'
  | 'nuclear' | 'agriculture' | 'transport' | 'urban_social'

export type ThemeKey =
  | 'enterprise_technology' | 'smart_city' | 'modern_agriculture' | 'connected_vehicles' | 'biomedicine' | 'green_low_carbon'
  | 'digital_industry' | 'vocational_education' | 'logistics'

export type PartyNature =
  | 'government' | 'research_institute' | 'university' | 'medical' | 'other_institution' | 'association' | 'domestic_enterprise'
  | 'hmt_enterprise' | 'foreign_enterprise' | 'individual' | 'overseas'

export type CooperationMode =
  | 'joint_development' | 'commissioned_development' | 'licence' | 'assignment' | 'equity' | 'service' | 'consulting' | 'joint_operation'

export type IprKind = 'patent' | 'know_how' | 'software_copyright' | 'layout_design' | 'bio_variety' | 'plant_variety' | 'none'

export type OrganisationScale = 'large' | 'medium' | 'small' | 'micro' | 'not_applicable'

/** A number in 元 with two decimals, e.g. `'120000.00'`. */
export type Money = string
/** `YYYY-MM-DD`, a day in Asia/Shanghai. */
export type DayString = string

export interface SampleArea {
  key: string
  nameZh: string
  nameEn: string
  kind: 'district' | 'cluster' | 'subdistrict' | 'town'
}

export interface SampleTheme {
  key: ThemeKey
  nameZh: string
  nameEn: string
}

export interface SampleOrganisation {
  key: string
  kind: 'enterprise' | 'institute' | 'broker_agency' | 'department'
  name: string
  shortName: string
  creditCode: string
  nature: PartyNature
  /** GB/T 2260, six digits; 500118 is 永川. */
  regionCode: string
  areaKey: string | null
  address: string
  scale: OrganisationScale
  fields: FieldCode[]
  topics: string[]
  summary: string
  /** Year. */
  founded: number
}

export interface SamplePerson {
  key: string
  name: string
  title: string
  organisationKey: string
  /** GB/T 13745 codes. */
  disciplines: string[]
  fields: FieldCode[]
  keywords: string[]
  summary: string
  projects: string[]
  languages: string[]
  availableFrom: Date | null
  /** Projects that the person can take at the same time. */
  maxLoad: number
  topics: string[]
}

export interface SampleAchievement {
  key: string
  ownerKey: string
  inventorKeys: string[]
  title: string
  summary: string
  body: string
  field: FieldCode
  /** Technology readiness level, 1 to 9. */
  trl: number
  iprKind: IprKind
  iprNumber: string | null
  modes: CooperationMode[]
  priceMin: Money | null
  priceMax: Money | null
  cases: string[]
  keywords: string[]
  topic: string
  publishedAt: Date
}

export interface SampleBroker {
  key: string
  kind: 'person' | 'agency'
  /** The organisation of an agency (kind broker_agency). */
  organisationKey: string | null
  name: string
  certificateNumber: string
  issuer: string
  grade: 'junior' | 'intermediate' | 'senior'
  validUntil: DayString
  fields: FieldCode[]
  summary: string
  state: 'applied' | 'verified' | 'active' | 'suspended'
  /** Share of requests answered, 0 to 1. */
  responseRate: number
}

export interface SampleIndicator {
  name: string
  current: string
  required: string
  verification: string
}

export interface SampleCriterion {
  name: string
  description: string
  weight: number
}

export interface SampleQuestion {
  question: string
  answer: string | null
}

export type SampleNeedState =
  | 'draft' | 'submitted' | 'changes_requested' | 'published' | 'awarded' | 'contracted' | 'cancelled' | 'unsuccessful' | 'withdrawn'

export interface SampleNeed {
  key: string
  organisationKey: string
  title: string
  problem: string
  indicators: string
  indicatorRows: SampleIndicator[]
  goal: string
  basis: string
  conditions: string[]
  keywords: string[]
  startsOn: DayString
  endsOn: DayString
  ipr: 'owner' | 'shared' | 'applicant' | 'negotiable'
  fundingKind: 'range' | 'negotiable'
  fundingMin: Money | null
  fundingMax: Money | null
  modes: CooperationMode[]
  preferredPartners: string
  field: FieldCode
  /** GB/T 4754. */
  industryCode: string
  /** GB/T 13745. */
  disciplineCode: string
  source: 'self_published' | 'park' | 'government' | 'supply_chain'
  selection: 'open_call' | 'parallel'
  lumpSum: boolean
  /** Teams chosen (揭榜挂帅) or funded side by side (赛马制). */
  teams: number
  criteria: SampleCriterion[]
  questions: SampleQuestion[]
  confidentialText: string | null
  contactName: string
  contactPhone: string
  areaKey: string
  state: SampleNeedState
  publishedAt: Date | null
  /** 17:00 in Asia/Shanghai. */
  deadline: Date
  topic: string
}

export interface SampleScenario {
  key: string
  year: number
  batch: 1 | 2 | 3 | 4
  title: string
  summary: string
  body: string
  kind:
    | 'planning' | 'infrastructure' | 'resources' | 'public_service' | 'solution_selection' | 'event' | 'franchise' | 'market_adoption'
  side: 'government' | 'enterprise'
  theme: ThemeKey
  field: FieldCode
  industryCode: string
  areaKey: string
  leadKey: string
  responsibleKeys: string[]
  /** The enterprise whose site it is, for the enterprise side. */
  ownerKey: string | null
  technologies: string[]
  referenceCases: string
  resources: string
  budgetMin: Money | null
  budgetMax: Money | null
  opensAt: Date
  closesAt: Date
  contactName: string
  contactPhone: string
  publication: 'draft' | 'submitted' | 'changes_requested' | 'approved' | 'published' | 'archived'
  landing: 'reserve' | 'in_contact' | 'in_progress' | 'landed' | 'shelved'
  publishedAt: Date | null
  topic: string
}

/** A party to a contract that has no account on the portal. */
export interface SampleOutsideParty {
  name: string
  /** Null for individuals and parties abroad. */
  creditCode: string | null
  nature: PartyNature
  /** GB/T 2260; null abroad. */
  regionCode: string | null
  country: string
  address: string
  scale: OrganisationScale
}

export type SampleContractState =
  | 'reported' | 'under_review' | 'correction_requested' | 'registered' | 'amended' | 'revoked' | 'terminated' | 'refused'

export interface SampleContract {
  key: string
  projectName: string
  type: 'development' | 'transfer' | 'licence' | 'consulting' | 'service'
  subtype: 'commissioned' | 'cooperative' | 'training' | 'intermediary' | null
  field: FieldCode
  ipr: IprKind
  plan: 'national' | 'ministry' | 'provincial' | 'municipal' | 'unplanned'
  /** Exactly one of `sellerKey` and `sellerOutside` is set; so for the buyer. */
  sellerKey: string | null
  sellerOutside: SampleOutsideParty | null
  buyerKey: string | null
  buyerOutside: SampleOutsideParty | null
  totalAmount: Money
  equipmentAmount: Money
  materialAmount: Money
  technologyAmount: Money
  /** The amount is still unknown (待定): it counts as zero. */
  pending: boolean
  paymentMethod: 'lump_sum' | 'instalments' | 'royalty' | 'lump_sum_royalty'
  signedOn: DayString
  beginsOn: DayString
  endsOn: DayString
  /** A related-party transaction. */
  related: boolean
  /** GB/T 24450, one or two digits. */
  objectiveCode: string
  /** GB/T 4754 code of the buyer. */
  buyerIndustry: string
  state: SampleContractState
  registrationNumber: string | null
  registeredOn: DayString | null
  /** The day of the termination, for a terminated contract. */
  terminatedOn: DayString | null
  source: 'need' | 'scenario' | 'outside'
  /** The need or scenario that it came from. */
  sourceKey: string | null
  brokerKey: string | null
  topic: string
}

export interface SampleDistrict {
  /** Start years of the two five-year periods that the contracts fall in, e.g. 2021 and 2026. */
  periods: { previous: number; current: number }
  areas: SampleArea[]
  themes: SampleTheme[]
  departments: SampleOrganisation[]
  enterprises: SampleOrganisation[]
  institutes: SampleOrganisation[]
  brokerAgencies: SampleOrganisation[]
  people: SamplePerson[]
  brokers: SampleBroker[]
  achievements: SampleAchievement[]
  needs: SampleNeed[]
  scenarios: SampleScenario[]
  contracts: SampleContract[]
}

