import type { VerificationState } from '~/domain/organisations/schema'
import { isMessageKey, type MessageKey } from '~/i18n'
import { ChangeLog, Facts, Link, ResultRow, StateTag, useFormat, useLocale, useT, type Tone } from '~/ui'

export const verificationTone: Record<VerificationState, Tone> = { unverified: 'shut', submitted: 'wait', returned: 'soon', verified: 'done' }

export function VerificationTag({ state }: { state: VerificationState }) {
  const t = useT()
  return <StateTag tone={verificationTone[state]}>{t(`organisation.state.${state}`)}</StateTag>
}

type Detail = { kind: string; creditCode: string | null; nature: string; scale?: string | null; region: string; regionCode: string; areaZh: string | null; areaEn: string | null; address: string | null; website: string | null; contactName?: string | null; contactPhone?: string | null; fields: string[] }

/** The facts of an organisation; what the reader may not see is not there. */
export function OrganisationFacts({ organisation, fieldNames }: { organisation: Detail; fieldNames: string[] }) {
  const t = useT()
  const zh = useLocale() === 'zh-CN'
  const word = (key: string) => (isMessageKey(key) ? t(key) : undefined)
  return (
    <Facts
      items={[
        { term: t('organisation.field.kind'), detail: word(`organisation.kind.${organisation.kind}`) ?? organisation.kind },
        { term: t('organisation.field.creditCode'), detail: organisation.creditCode },
        { term: t('organisation.field.nature'), detail: t(`nature.${organisation.nature}` as MessageKey) },
        organisation.scale ? { term: t('organisation.field.scale'), detail: word(`scale.${organisation.scale}`) } : null,
        { term: t('organisation.field.regionCode'), detail: `${organisation.region}（${organisation.regionCode}）` },
        { term: t('organisation.field.areaKey'), detail: zh ? organisation.areaZh : organisation.areaEn },
        { term: t('organisation.field.address'), detail: organisation.address },
        { term: t('organisation.field.fields'), detail: fieldNames.join('、') },
        organisation.website ? { term: t('organisation.field.website'), detail: <a href={organisation.website} rel="noopener nofollow">{new URL(organisation.website).hostname}</a> } : null,
        organisation.contactName ? { term: t('organisation.field.contactName'), detail: `${organisation.contactName} ${organisation.contactPhone ?? ''}` } : null,
      ]}
    />
  )
}

type Step = { at: string; to: string; reason: string | null; actor: string }

/** The steps of a record, the newest first, with reason and name. */
export function StepLog({ steps, entity }: { steps: Step[]; entity: 'organisation' | 'broker' | 'achievement' }) {
  const t = useT()
  const word = (state: string) => (isMessageKey(`${entity}.state.${state}`) ? t(`${entity}.state.${state}` as MessageKey) : state)
  return <ChangeLog items={steps.map((step) => ({ at: new Date(step.at), parts: [word(step.to), step.actor ? `（${step.actor}）` : '', step.reason ? `：${step.reason}` : ''] }))} />
}

type Row = { id: string; kind: string; name: string; creditCode: string | null; nature: string; summary: string; areaZh: string | null; areaEn: string | null; verification: VerificationState; submittedAt: string | null }

/** One organisation of a list in a workspace or at the bureau. */
export function OrganisationRow({ row, to }: { row: Row; to: string }) {
  const t = useT()
  const format = useFormat()
  const zh = useLocale() === 'zh-CN'
  return (
    <ResultRow
      kind={isMessageKey(`organisation.kind.${row.kind}`) ? t(`organisation.kind.${row.kind}` as MessageKey) : row.kind}
      number={row.creditCode}
      to={to}
      title={row.name}
      line={[t(`nature.${row.nature}` as MessageKey), zh ? row.areaZh : row.areaEn]}
      passage={row.summary ? [{ text: row.summary.slice(0, 120) }] : undefined}
      state={<VerificationTag state={row.verification} />}
      date={row.verification === 'submitted' && row.submittedAt ? t('organisation.submitted.on', { date: format.date(new Date(row.submittedAt)) }) : undefined}
    />
  )
}

export function OrganisationLink({ organisation }: { organisation: { id: string; name: string; public: boolean } }) {
  return organisation.public ? <Link to={`/institutes/${organisation.id}`}>{organisation.name}</Link> : <>{organisation.name}</>
}
