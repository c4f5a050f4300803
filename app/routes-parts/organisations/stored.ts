import type { OrganisationTexts } from './form'

type Stored = { kind: string; name: string; shortName: string | null; creditCode: string | null; nature: string; scale: string | null; regionCode: string; areaKey: string | null; address: string | null; summary: string; fields: string[]; website: string | null; contactName: string | null; contactPhone: string | null }

/** A stored organisation as its form shows it. */
export function formValuesOf(organisation: Stored): OrganisationTexts {
  const { fields, kind, name, nature, regionCode, summary } = organisation
  const text = (value: string | null) => value ?? ''
  return {
    fields,
    texts: { kind, name, nature, regionCode, summary, shortName: text(organisation.shortName), creditCode: text(organisation.creditCode), scale: text(organisation.scale), areaKey: text(organisation.areaKey), address: text(organisation.address), website: text(organisation.website), contactName: text(organisation.contactName), contactPhone: text(organisation.contactPhone) },
  }
}
