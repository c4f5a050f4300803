import { certificateFields, type CertificateChange, type ShownState } from '~/domain/brokers/rules'
import { grades } from '~/domain/brokers/schema'
import { ChangeLog, Facts, ResultRow, StateTag, useFormat, useT, type Tone } from '~/ui'

export const brokerTone: Record<ShownState, Tone> = { applied: 'wait', verified: 'wait', active: 'open', suspended: 'shut', expired: 'late' }

export function BrokerTag({ state }: { state: ShownState }) {
  const t = useT()
  return <StateTag tone={brokerTone[state]}>{t(`broker.state.${state}`)}</StateTag>
}

type Grade = (typeof grades)[number]
type BrokerRecord = { kind: 'person' | 'agency'; name: string; grade: Grade; certificateNumber: string; issuer: string; validUntil: string; state: ShownState; fields: string[]; organisation: { name: string } | null; contact: { email: string | null; phone: string | null } | null }

/** What the certificate says, what is served, and how to reach the broker; strangers read what opens the contact. */
export function BrokerFacts({ broker, fieldNames }: { broker: BrokerRecord; fieldNames: Record<string, string> }) {
  const t = useT()
  const format = useFormat()
  const reach = broker.contact ? [broker.contact.email, broker.contact.phone].filter((one) => one !== null).join('　') : t('broker.contact.shut')
  return (
    <Facts
      items={[
        { term: t('broker.field.kind'), detail: t(`broker.kind.${broker.kind}`) },
        { term: t('directory.grade'), detail: t(`grade.${broker.grade}`) },
        { term: t('directory.certificate'), detail: broker.certificateNumber, note: broker.issuer },
        { term: t('directory.valid'), detail: format.date(new Date(broker.validUntil), { year: true }), note: broker.state === 'expired' ? t('broker.state.expired') : undefined },
        { term: t('search.facet.field'), detail: broker.fields.map((code) => fieldNames[code] ?? code).join('、') },
        broker.organisation !== null && broker.organisation.name !== broker.name && { term: t('match.fact.organisation'), detail: broker.organisation.name },
        { term: t('person.contact'), detail: reach },
      ]}
    />
  )
}

type Figures = { contracts: number; amount: string | null; load: number; maxLoad: number; responseRate: string | null }

/** What the portal recorded of a broker. */
export function BrokerFigures({ figures }: { figures: Figures }) {
  const t = useT()
  const format = useFormat()
  return (
    <Facts
      items={[
        { term: t('broker.figure.contracts'), detail: t('broker.figure.contracts.count', { count: format.count(figures.contracts) }) },
        figures.contracts > 0 && { term: t('broker.figure.amount'), detail: figures.amount === null ? t('broker.figure.amount.shut') : format.amount(figures.amount) },
        { term: t('broker.figure.load'), detail: t('broker.figure.load.of', { load: figures.load, max: figures.maxLoad }) },
        figures.responseRate !== null && { term: t('broker.figure.response'), detail: format.percent(figures.responseRate, 0) },
      ]}
    />
  )
}

type Row = { number: string; kind: 'person' | 'agency'; name: string; grade: Grade; issuer: string; certificateNumber: string; validUntil: string; state: ShownState; waitingSince: string }

/** One broker at the bureau: whose certificate, of whom, until when. */
export function BrokerDeskRow({ row }: { row: Row }) {
  const t = useT()
  const format = useFormat()
  const waits = row.state === 'applied' || row.state === 'verified'
  return (
    <ResultRow
      kind={t(`broker.kind.${row.kind}`)}
      number={row.number}
      to={`/bureau/brokers/${row.number}`}
      title={row.name}
      line={[t(`grade.${row.grade}`), row.issuer, row.certificateNumber, t('broker.valid_until', { date: format.date(new Date(row.validUntil), { year: true }) })]}
      state={<BrokerTag state={row.state} />}
      date={waits ? t('broker.waiting_since', { date: format.date(new Date(row.waitingSince)) }) : undefined}
    />
  )
}

/** What the broker changed of the certificate, each time before and after. */
export function CertificateLog({ entries }: { entries: { at: string; changes: CertificateChange[] }[] }) {
  const t = useT()
  const word = ({ field }: CertificateChange, value: string) => (field === 'grade' && grades.some((grade) => grade === value) ? t(`grade.${value as Grade}`) : value)
  const known = (change: CertificateChange) => certificateFields.includes(change.field)
  return <ChangeLog items={entries.map(({ at, changes }) => ({ at: new Date(at), parts: changes.filter(known).flatMap((change, index) => [`${index > 0 ? '；' : ''}${t(`broker.field.${change.field}`)} `, { del: word(change, change.from) }, ' ', { ins: word(change, change.to) }]) }))} />
}
