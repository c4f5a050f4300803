import type { Machine } from '~/domain/kernel/machine'
import type { AchievementState } from './schema'

/** Publication: an owner shows an achievement and takes it back, as often as they like. */
export const publicationMachine: Machine<AchievementState> = { entity: 'achievement', next: { draft: ['published'], published: ['draft'] } }

export const stateOf = (achievement: { published: boolean }): AchievementState => (achievement.published ? 'published' : 'draft')

/** Who may stand behind a published achievement: a verified organisation, or inventors who show their own profiles (domain.md, section 1). */
export function mayBePublished(owner: { verified: boolean } | null, inventors: readonly { listed: boolean }[]): boolean {
  return owner ? owner.verified : inventors.some((inventor) => inventor.listed)
}
