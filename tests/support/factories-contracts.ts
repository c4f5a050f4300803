import type { ContractState, Prisma } from '#prisma/client'
import { db } from '~/domain/kernel/db.server'
import { flowOf } from '~/domain/contracts/rules'
import { creditCode, make } from './factories'

let serial = 0

export type MadeParty = { name?: string; creditCode?: string | null; nature?: Prisma.ContractPartyCreateManyInput['nature']; regionCode?: string; organisationId?: string | null }
type Values = Partial<Omit<Prisma.ContractUncheckedCreateInput, 'parties' | 'signedOn'>> & { signedOn?: string; terminatedOn?: string; seller?: MadeParty; buyer?: MadeParty }

const day = (text: string) => new Date(`${text}T00:00:00Z`)

function party(side: 'seller' | 'buyer', values: MadeParty = {}) {
  const nature = values.nature ?? 'domestic_enterprise'
  const code = values.creditCode === undefined ? creditCode() : values.creditCode
  return { side, organisationId: values.organisationId ?? null, name: values.name ?? `${side}${++serial}`, creditCode: code, nature, regionCode: values.regionCode ?? '500118' }
}

/** A contract in any state, written straight into the database with its two parties. */
export async function madeContract(values: Values = {}) {
  const { seller: sellerValues, buyer: buyerValues, signedOn = '2026-03-10', terminatedOn, ...rest } = values
  const n = ++serial
  const state: ContractState = values.state ?? 'registered'
  const [seller, buyer] = [party('seller', sellerValues), party('buyer', buyerValues)]
  const registered = state === 'registered' || state === 'amended'
  const pending = values.pending ?? false
  return db().contract.create({
    data: {
      projectName: `试验合同 ${n}`, type: 'development', subtype: 'commissioned', field: 'electronics', ipr: 'know_how', plan: 'unplanned', paymentMethod: 'instalments',
      totalAmount: pending ? null : '100000.00', technologyAmount: pending ? null : '80000.00', number: state === 'draft' ? null : `HT-T-${String(n).padStart(6, '0')}`, reportedAt: state === 'draft' ? null : day(signedOn),
      registrationNumber: registered ? `R${n}` : null, registrationOffice: registered ? '永川区' : null, registeredOn: registered ? day(signedOn) : null,
      flow: flowOf(seller.regionCode, buyer.regionCode, '500118'), ...rest, pending, state, signedOn: day(signedOn), terminatedOn: terminatedOn ? day(terminatedOn) : null,
      parties: { create: [seller, buyer] },
    },
    include: { parties: true },
  })
}

/** An enterprise that posts, an institute that answers, and the fields of a contract between them as a form sends them. */
export async function contractSides() {
  const [owner, institute] = [await make.enterprise(), await make.institute()]
  return { owner, institute, fields: contractForm(institute.organisation, owner.organisation) }
}

type Known = { id: string; name: string; creditCode: string | null; nature: string; regionCode: string }
const typed = ({ id, name, creditCode: code, nature, regionCode }: Known) => ({ organisationId: id, name, creditCode: code ?? '', nature, regionCode })

/** What the form sends, all of it right. */
export function contractForm(seller: Known, buyer: Known) {
  return {
    projectName: '秀芽茶杀青温度在线监测与自动调控系统开发', kind: 'development_commissioned', field: 'agriculture', ipr: 'patent', plan: 'unplanned',
    seller: typed(seller), buyer: typed(buyer), totalAmount: '1,286,000.00', equipmentAmount: '312,000', materialAmount: '45,500', technologyAmount: '928,500.00',
    paymentMethod: 'instalments', signedOn: '2026-03-10', beginsOn: '2026-04-01', endsOn: '2026-12-31', related: '', source: 'outside',
  } as const
}
