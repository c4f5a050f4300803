import { flows } from '~/domain/contracts/schema'
import { kindOf } from '~/domain/contracts/rules'
import type { ContractView, PartyView } from '~/domain/contracts/view'
import type { MessageKey } from '~/i18n'
import { CheckAnswers, Link, useFormat, useT, type CheckGroup, type CheckItem } from '~/ui'

/** The contract in the order and words of the national registration form. With `editTo` each part leads back to the form. */
export function ContractPaper({ contract, editTo }: { contract: ContractView; editTo?: string }) {
  const t = useT()
  const format = useFormat()
  const none = t('ui.none')
  const to = (anchor: string) => (editTo ? `${editTo}#${anchor}` : undefined)
  const amount = (value: string | null) => (value === null ? t('contract.pending') : format.yuanUnit(value))
  const day = (value: string | null) => (value ? format.date(value, { year: true }) : none)
  const party = (side: 'seller' | 'buyer', value: PartyView | null): CheckItem[] => [
    { term: t('contract.party.name'), detail: value?.name ?? none },
    { term: t('contract.party.creditCode'), detail: value?.creditCode ?? none },
    { term: t('contract.party.nature'), detail: value ? t(`nature.${value.nature}`) : none },
    { term: t('contract.party.regionCode'), detail: value ? `${value.region ?? ''} ${value.regionCode}`.trim() : none },
    { term: t('contract.party.address'), detail: value?.address ?? none },
    { term: t('contract.party.representative'), detail: value?.representative ?? none },
    { term: t('contract.party.contactName'), detail: [value?.contactName, value?.contactPhone].filter(Boolean).join('　') || none },
    ...(side === 'buyer' ? [{ term: t('contract.field.buyerIndustry'), detail: contract.buyerIndustryLabel ?? none }] : []),
  ]
  const groups: CheckGroup[] = [
    {
      title: t('contract.part.contract'),
      changeTo: to('contract'),
      items: [
        { term: t('contract.field.projectName'), detail: contract.projectName },
        { term: t('contract.field.kind'), detail: t(`contract_kind.${kindOf(contract.type, contract.subtype)}` as MessageKey) },
        { term: t('contract.field.field'), detail: contract.fieldLabel },
        { term: t('contract.field.ipr'), detail: t(`ipr.${contract.ipr}`) },
        { term: t('contract.field.plan'), detail: t(`plan_source.${contract.plan}`) },
        { term: t('contract.field.objective'), detail: contract.objectiveLabel ?? none },
      ],
    },
    { title: t('contract.field.seller'), changeTo: to('parties'), items: party('seller', contract.sellerParty) },
    { title: t('contract.field.buyer'), changeTo: to('parties'), items: [...party('buyer', contract.buyerParty), { term: t('contract.field.related'), detail: t(contract.related ? 'contract.field.related.yes' : 'contract.field.related.no') }] },
    {
      title: t('contract.part.amounts'),
      changeTo: to('amounts'),
      items: [
        { term: t('contract.field.totalAmount'), detail: contract.capitals ? <>{amount(contract.totalAmount)}<br />{contract.capitals}</> : amount(contract.totalAmount) },
        { term: t('contract.field.equipmentAmount'), detail: amount(contract.equipmentAmount) },
        { term: t('contract.field.materialAmount'), detail: amount(contract.materialAmount) },
        { term: t('contract.field.technologyAmount'), detail: amount(contract.technologyAmount) },
        { term: t('contract.field.paymentMethod'), detail: t(`payment.${contract.paymentMethod}`) },
      ],
    },
    {
      title: t('contract.part.time'),
      changeTo: to('time'),
      items: [
        { term: t('contract.field.signedOn'), detail: day(contract.signedOn) },
        { term: t('contract.field.beginsOn'), detail: day(contract.beginsOn) },
        { term: t('contract.field.endsOn'), detail: day(contract.endsOn) },
      ],
    },
    {
      title: t('contract.part.origin'),
      changeTo: to('origin'),
      items: [
        { term: t('contract.field.source'), detail: t(`contract_source.${contract.source}`) },
        ...lineageItems(contract, t),
        { term: t('contract.fact.broker'), detail: contract.broker ? <Link to={`/brokers/${contract.broker.number}`}>{contract.broker.name}</Link> : t('common.none') },
        { term: t('contract.fact.flow'), detail: flowName(contract.flow, t) ?? none },
      ],
    },
  ]
  return <CheckAnswers groups={groups} />
}

type T = ReturnType<typeof useT>

export function flowName(flow: string | null, t: T): string | null {
  const known = flows.find((one) => one === flow)
  return known ? t(`flow.${known}`) : null
}

/** Each step from the need or scenario to the contract, as a link where there is a page. */
function lineageItems({ lineage }: ContractView, t: T): CheckItem[] {
  return lineage
    .filter(({ kind }) => kind !== 'contract')
    .map(({ kind, label, number, path }) => {
      const words = [number, kind === 'match' ? t('contract.lineage.match.label') : label].filter(Boolean).join(' ')
      return { term: t(`contract.lineage.${kind}`), detail: path ? <Link to={path}>{words}</Link> : words }
    })
}
