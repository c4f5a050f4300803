import { db } from '~/domain/kernel/db.server'
import { listNeedSearchSources } from '~/domain/needs/service.server'
import { listScenarioSearchSources } from '~/domain/scenarios/read.server'

/** A sitemap may hold 50,000 addresses; this many of the published scenarios and needs. */
const most = 20_000

/** The addresses of published scenarios and needs. */
export async function listPublicPaths(): Promise<string[]> {
  const paths: string[] = []
  for (const [folder, list] of [['scenarios', listScenarioSearchSources], ['needs', listNeedSearchSources]] as const) {
    for (let after: string | null = null; paths.length < most; ) {
      const { lastId, sources }: { lastId: string | null; sources: { id: string }[] } = await list(db(), after, 500)
      paths.push(...sources.map((source) => `/${folder}/${source.id}`))
      if (!lastId) break
      after = lastId
    }
  }
  return paths
}
