import type { Tx } from '#prisma/client'
import type { SearchSource } from '#search/document'
import type { SearchType } from '#search/vocabulary'
import { achievementSearchSource, listAchievementSearchSources } from '~/domain/achievements/search.server'
import { brokerSearchSource, listBrokerSearchSources } from '~/domain/brokers/search.server'
import { listNeedSearchSources, needNumber, needSearchSource } from '~/domain/needs/service.server'
import { instituteSearchSource, listInstituteSearchSources } from '~/domain/organisations/search.server'
import { expertSearchSource, listExpertSearchSources } from '~/domain/people/search.server'
import { listScenarioSearchSources, scenarioSearchSource } from '~/domain/scenarios/read.server'

/** How a kind of record becomes a document: one by its id (`source` is null when it is not public), or all, in the order of their ids. */
export type Source = {
  one: (tx: Tx, id: string) => Promise<{ key: string | null; source: SearchSource | null }>
  list: (tx: Tx, afterId: string | null, limit: number) => Promise<{ lastId: string | null; sources: SearchSource[] }>
}

/** Every kind that can be found; one that is missing does not compile. */
export const sources: Record<SearchType, Source> = {
  scenario: { one: scenarioSearchSource, list: listScenarioSearchSources },
  need: { one: async (tx, id) => ({ key: await needNumber(tx, id), source: await needSearchSource(tx, id) }), list: listNeedSearchSources },
  achievement: { one: achievementSearchSource, list: listAchievementSearchSources },
  expert: { one: expertSearchSource, list: listExpertSearchSources },
  institute: { one: instituteSearchSource, list: listInstituteSearchSources },
  broker: { one: (tx, id) => brokerSearchSource(tx, id), list: (tx, after, limit) => listBrokerSearchSources(tx, after, limit) },
}
