import { wanText } from '~/domain/kernel/money'
import type { AchievementTexts } from './form'

type Stored = {
  title: string; summary: string; body: string; field: string; trl: number; organisationId: string | null; iprKind: string; iprNumber: string | null
  modes: string[]; priceMin: string | null; priceMax: string | null; cases: string[]; keywords: string[]; inventorIds: string[]
}

/** A stored achievement as its form shows it: prices in 万元. */
export function storedAchievement(achievement: Stored): AchievementTexts {
  const { title, summary, body, field, iprKind, modes, priceMin, priceMax } = achievement
  return {
    modes,
    inventors: achievement.inventorIds,
    texts: {
      title, summary, body, field, iprKind, trl: String(achievement.trl), organisationId: achievement.organisationId ?? '', iprNumber: achievement.iprNumber ?? '',
      priceMin: priceMin ? wanText(priceMin) : '', priceMax: priceMax ? wanText(priceMax) : '', cases: achievement.cases.join('\n'), keywords: achievement.keywords.join('、'),
    },
  }
}

/** What a new one starts from: the only owner there is to choose, and whoever writes as its first inventor. */
export function newAchievement(organisations: { value: string }[], self: string | null): AchievementTexts {
  const [only] = organisations
  return { modes: [], inventors: self ? [self] : [], texts: { organisationId: organisations.length === 1 && only ? only.value : '' } }
}
