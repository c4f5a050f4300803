import { may } from '~/domain/kernel/policy'
import { query } from '~/domain/kernel/operation.server'
import { fieldsToAddTo, lacksChinese } from './advice'
import { loadTarget } from './compute.server'
import { matchPolicy } from './policy'
import { targetInput } from './schema'
import { matchedTarget, targetKey } from './targets-repo.server'

/** Why an open need or scenario has no candidates: not worked out yet, too short a text, or nobody who shares its words; and what to add to. */
export type Standing = { why: 'waiting' | 'short' | 'none'; add: ReturnType<typeof fieldsToAddTo>; chinese: boolean }

/** For its owner and the bureau; null for others, where candidates were found, and once it is over. */
export const standingOfTarget = query({
  name: 'match.standing',
  input: targetInput,
  policy: matchPolicy.own,
  run: async (context, { kind, id }): Promise<Standing | null> => {
    const target = await loadTarget(context, kind, id)
    const facts = { ownerIds: target?.ownerIds ?? [], personAccountId: null, organisationIds: [], inventorIds: [], brokerId: null }
    if (!target || !may(matchPolicy.read, context.actor, facts) || (target.deadline !== null && target.deadline <= context.now)) return null
    const matched = await matchedTarget(context.tx, targetKey(kind, target.id))
    if (matched && matched.found > 0) return null
    return { why: !matched ? 'waiting' : matched.short ? 'short' : 'none', add: fieldsToAddTo(kind, target.sections), chinese: !lacksChinese(target.sections) }
  },
})
