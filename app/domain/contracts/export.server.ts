import { columns, headerOf, type Column } from './columns'
import { labels } from '~/domain/district/service.server'
import { db } from '~/domain/kernel/db.server'
import { query } from '~/domain/kernel/operation.server'
import { staffOnly } from '~/domain/kernel/policy'
import type { Decimal } from '~/domain/kernel/money'
import { dayFromColumn, dayOf } from '~/domain/kernel/time'
import type { OutCell, OutColumn } from '~/files/write-workbook'
import { translator, type Locale, type MessageKey } from '~/i18n'
import * as queue from './queue-repo.server'
import { countMeasure } from './read.server'
import * as repo from './repo.server'
import type { ContractRecord } from './repo.server'
import { kindOf } from './rules'
import { queueInput } from './schema'

/** So many are read at a time. */
const portion = 500

type Names = Record<'field' | 'objective' | 'industry', ReadonlyMap<string, string>>
type Cells = (contract: ContractRecord) => OutCell

const amount = (value: Decimal | null) => value?.toFixed(2) ?? null
const day = (value: Date | null) => (value ? dayFromColumn(value) : null)

/** What stands in a column of the template, in the words of the pages; what was imported comes out as it went in. */
function cellOf({ path }: Column, locale: Locale, names: Names): Cells {
  const t = translator(locale)
  const word = (prefix: string, code: string | null) => (code ? t(`${prefix}.${code}` as MessageKey) : null)
  const [side, part] = path.split('.')
  if (part) {
    return ({ parties }) => {
      const party = parties.find((one) => one.side === side)
      if (!party) return null
      if (part === 'nature') return word('nature', party.nature)
      if (part === 'scale') return word('contract.scale', party.scale)
      return (party[part as 'name'] as string | null) ?? null
    }
  }
  const cells: Record<string, Cells> = {
    projectName: ({ projectName }) => projectName,
    kind: ({ type, subtype }) => word('contract_kind', kindOf(type, subtype)),
    field: ({ field }) => names.field.get(field) ?? field,
    ipr: ({ ipr }) => word('ipr', ipr),
    plan: ({ plan }) => word('plan_source', plan),
    totalAmount: ({ totalAmount }) => amount(totalAmount),
    equipmentAmount: ({ equipmentAmount }) => amount(equipmentAmount),
    materialAmount: ({ materialAmount }) => amount(materialAmount),
    technologyAmount: ({ technologyAmount }) => amount(technologyAmount),
    pending: ({ pending }) => t(pending ? 'common.yes' : 'common.no'),
    paymentMethod: ({ paymentMethod }) => word('payment', paymentMethod),
    signedOn: ({ signedOn }) => dayFromColumn(signedOn),
    beginsOn: ({ beginsOn }) => day(beginsOn),
    endsOn: ({ endsOn }) => day(endsOn),
    related: ({ related }) => t(related ? 'common.yes' : 'common.no'),
    objective: ({ objective }) => (objective ? (names.objective.get(objective) ?? objective) : null),
    buyerIndustry: ({ buyerIndustry }) => (buyerIndustry ? (names.industry.get(buyerIndustry) ?? buyerIndustry) : null),
    needNumber: ({ need }) => need?.number ?? null,
    scenarioSerial: ({ scenario }) => scenario?.serial ?? null,
    brokerNumber: ({ broker }) => broker?.number ?? null,
    registrationNumber: ({ registrationNumber }) => registrationNumber,
    registrationOffice: ({ registrationOffice }) => registrationOffice,
    registeredOn: ({ registeredOn }) => day(registeredOn),
  }
  return cells[path] ?? (() => null)
}

export type Exported = { columns: OutColumn[]; rows: () => AsyncGenerator<OutCell[]> }

/** Every contract of the bureau's list with its filters, a row each, read while it is written. */
export const exportContracts = query({
  name: 'contract.export',
  input: queueInput,
  policy: staffOnly,
  run: async (context, filter): Promise<Exported> => {
    const { locale } = context.actor
    const t = translator(locale)
    const names: Names = { field: await labels('field', locale), objective: await labels('objective', locale), industry: await labels('industry', locale) }
    const own: [OutColumn, Cells][] = [
      [{ head: t('contract.fact.number'), width: 14 }, ({ number }) => number],
      [{ head: t('contract.queue.state'), width: 12 }, ({ state }) => t(`contract.state.${state}`)],
      [{ head: t('contract.fact.flow'), width: 10 }, ({ flow }) => (flow ? t(`flow.${flow}` as MessageKey) : null)],
    ]
    const template = columns.map((column): [OutColumn, Cells] => [
      { head: headerOf(column, locale), width: column.path === 'projectName' || column.path.endsWith('.name') ? 32 : 16, kind: column.kind === 'amount' ? 'money' : column.kind === 'day' ? 'day' : 'text' },
      cellOf(column, locale, names),
    ])
    const all = [...own, ...template]
    const ids = await queue.queueIds(context.tx, filter, await countMeasure(), dayOf(context.now))
    async function* rows() {
      for (let from = 0; from < ids.length; from += portion) {
        for (const record of await repo.findMany(db(), ids.slice(from, from + portion))) yield all.map(([, cell]) => cell(record))
      }
    }
    return { columns: all.map(([column]) => column), rows }
  },
})

