import type { cooperationModes, iprKinds } from '~/domain/achievements/schema'
import { Facts, useFormat, useT } from '~/ui'
import { OrganisationLink } from '../organisations/detail'

type Detail = {
  owner: { id: string; name: string; public: boolean } | null
  field: string
  trl: number
  iprKind: (typeof iprKinds)[number]
  iprNumber: string | null
  modes: (typeof cooperationModes)[number][]
  priceMin: string | null
  priceMax: string | null
  keywords: string[]
}

const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** Whose an achievement is, how far it is, and on which terms it can be had. */
export function AchievementFacts({ achievement, fields }: { achievement: Detail; fields: Record<string, string> }) {
  const t = useT()
  const format = useFormat()
  const { owner, field, iprKind, iprNumber, modes, priceMin, priceMax, keywords } = achievement
  const level = levels.find((one) => one === achievement.trl)
  return (
    <Facts
      items={[
        owner && { term: t('directory.owner'), detail: <OrganisationLink organisation={owner} /> },
        { term: t('search.facet.field'), detail: fields[field] ?? field },
        { term: t('match.fact.trl'), detail: level ? t(`achievement.trl.${level}`) : null },
        { term: t('directory.ipr'), detail: t(`ipr.${iprKind}`), note: iprNumber ?? undefined },
        { term: t('search.facet.mode'), detail: modes.map((mode) => t(`mode.${mode}`)).join('、') },
        { term: t('directory.price'), detail: format.wanRange(priceMin, priceMax) },
        { term: t('directory.keywords'), detail: keywords.join('、') },
      ]}
    />
  )
}
