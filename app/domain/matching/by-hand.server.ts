import { query } from '~/domain/kernel/operation.server'
import { z } from 'zod'
import { optional, text } from '~/domain/kernel/fields'
import { loadNeedForMatching } from '~/domain/needs/service.server'
import { loadScenarioForMatching } from '~/domain/scenarios/read.server'
import { matchPolicy } from './policy'
import * as repo from './repo.server'
import type { TargetKind } from './schema'

/** A published need or scenario by its number, with the addresses of those who are its candidates already; null when there is none. */
export const targetToAddTo = query({
  name: 'match.target_to_add_to',
  input: z.object({ target: optional(text(60)).catch(null) }),
  policy: matchPolicy.queue,
  run: async (context, { target }) => {
    if (!target) return null
    const need = await loadNeedForMatching(context.tx, target)
    const scenario = need ? null : await loadScenarioForMatching(context.tx, target)
    const found = need ?? scenario
    if (!found) return null
    const kind: TargetKind = need ? 'need' : 'scenario'
    const taken = await repo.candidatesOf(context.tx, kind === 'need' ? { needId: found.id } : { scenarioId: found.id })
    return { kind, id: found.id, title: found.title, taken }
  },
})
