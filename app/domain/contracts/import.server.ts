import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { district } from '~/domain/district/service.server'
import { nextCodes } from '~/domain/kernel/counter.server'
import type { FieldError } from '~/domain/kernel/errors'
import { grouped } from '~/domain/kernel/grouped'
import { command, type Context } from '~/domain/kernel/operation.server'
import { pauses } from '~/domain/kernel/pauses'
import { staffOnly } from '~/domain/kernel/policy'
import { dayOf, yearOf } from '~/domain/kernel/time'
import { verifiedByCode } from '~/domain/organisations/read.server'
import { column, dueFromNow, ownValues } from './draft.server'
import { likeness, type Comparable, type Likeness } from './duplicates'
import * as repo from './import-repo.server'
import { landed } from './landing.server'
import * as origins from './lineage-repo.server'
import { flowOfParties, partyReader } from './parties.server'
import { find, type PartyValues } from './repo.server'
import { sides, type ImportFields, type PartyInput } from './schema'

/** A line of a file with what it says; `key` is the same for the same contract. */
export type ImportedLine = { line: number; key: string; fields: ImportFields }
/** A contract or another line that may be the same one. */
export type Twin = { why: Likeness; number: string | null; line: number | null }
/** What the register says of a line: it can be written, is there already, or lacks something. */
export type Resolved = { line: number; problems: FieldError[]; known: string | null; twins: Twin[]; ready: Ready | null }
type Ready = { parties: PartyValues[]; needId: string | null; scenarioId: string | null; brokerId: string | null }

/** Of lines between the same two parties no more than so many are compared with each other. */
const mostCompared = 200

const keyOfParty = (party: PartyInput | null) => (party ? (party.creditCode ?? party.name) : null)

function comparable({ line, fields }: ImportedLine): Comparable {
  return { id: `line ${line}`, projectName: fields.projectName, totalAmount: fields.totalAmount, signedOn: fields.signedOn, registrationNumber: fields.registrationNumber, seller: keyOfParty(fields.seller), buyer: keyOfParty(fields.buyer) }
}

/** Looks each wanted number up once. */
async function foundBy<Record>(numbers: (string | null)[], find: (number: string) => Promise<Record | null>): Promise<Map<string, Record>> {
  const found = new Map<string, Record>()
  for (const number of new Set(numbers)) {
    const record = number ? await find(number) : null
    if (number && record) found.set(number, record)
  }
  return found
}

async function lookupsFor(tx: Context['tx'], fields: readonly ImportFields[]) {
  return {
    read: await partyReader(),
    organisations: await verifiedByCode(tx, fields.flatMap(({ seller, buyer }) => [seller?.creditCode, buyer?.creditCode].filter((code): code is string => !!code))),
    needs: await foundBy(fields.map(({ needNumber }) => needNumber), (number) => origins.publicNeed(tx, number)),
    scenarios: await foundBy(fields.map(({ scenarioSerial }) => scenarioSerial), (serial) => origins.publicScenario(tx, serial)),
    brokers: await foundBy(fields.map(({ brokerNumber }) => brokerNumber), (number) => origins.activeBroker(tx, number.toUpperCase())),
  }
}
type Lookups = Awaited<ReturnType<typeof lookupsFor>>

function resolveLine({ fields }: ImportedLine, { read, organisations, needs, scenarios, brokers }: Lookups, today: string): { problems: FieldError[]; ready: Ready | null } {
  const problems: FieldError[] = []
  const wrong = (path: string, key: FieldError['message']['key']) => void problems.push({ path, message: { key } })
  const parties: PartyValues[] = []
  for (const side of sides) {
    const typed = fields[side]
    const party = typed && read(side, typed, organisations.get(typed.creditCode ?? '') ?? null)
    if (party && 'message' in party) problems.push(party)
    else if (party) parties.push(party)
  }
  if (fields.signedOn > today) wrong('signedOn', 'contract.signed_in_future')
  if (fields.registeredOn && fields.registeredOn > today) wrong('registeredOn', 'contract.registered_in_future')
  const [need, scenario, broker] = [needs.get(fields.needNumber ?? ''), scenarios.get(fields.scenarioSerial ?? ''), brokers.get(fields.brokerNumber ?? '')]
  if (fields.needNumber && !need) wrong('needNumber', 'contract.need_unknown')
  if (fields.scenarioSerial && !scenario) wrong('scenarioSerial', 'contract.scenario_unknown')
  if (fields.brokerNumber && !broker) wrong('brokerNumber', 'contract.broker_unknown')
  const buyer = parties.find(({ side }) => side === 'buyer')
  if (need && buyer && buyer.organisationId !== need.organisationId) wrong('buyer.name', 'contract.buyer_is_not_owner')
  if (need && scenario) wrong('scenarioSerial', 'import.one_origin')
  const ready = { parties, needId: need?.id ?? null, scenarioId: scenario?.id ?? null, brokerId: broker?.id ?? null }
  return { problems, ready: problems.length === 0 ? ready : null }
}

/** Lines and contracts that may be the same as each line. */
async function twinsOf(context: Pick<Context, 'tx'>, lines: readonly ImportedLine[]): Promise<Map<number, Twin[]>> {
  const twins = new Map<number, Twin[]>()
  const add = (line: number, twin: Twin) => twins.set(line, [...(twins.get(line) ?? []), twin])
  const byLine = new Map(lines.map((one) => [one.line, comparable(one)]))
  const pairs = [...byLine].flatMap(([line, { seller, buyer }]) => (seller && buyer ? [{ line, seller, buyer }] : []))
  for (const { line, number, ...other } of await repo.sameParties(context.tx, pairs)) {
    const one = byLine.get(line)
    const why = one && likeness(one, other)
    if (why) add(line, { why, number, line: null })
  }
  for (const group of grouped(pairs, ({ seller, buyer }) => `${seller} ${buyer}`).values()) {
    for (const [at, { line }] of group.slice(0, mostCompared).entries()) {
      for (const { line: before } of group.slice(0, at)) {
        const [one, other] = [byLine.get(line), byLine.get(before)]
        const why = one && other && likeness(one, other)
        if (why) add(line, { why, number: null, line: before })
      }
    }
  }
  return twins
}

/**
 * Compares lines of a file with the register: parties, places, needs, scenarios and brokers that they name, contracts that are there already, and
 * those that may be the same. Writes nothing. For thousands of lines at once.
 */
export async function resolveImported(context: Pick<Context, 'tx' | 'now'>, lines: readonly ImportedLine[]): Promise<Resolved[]> {
  const fields = lines.map((line) => line.fields)
  const lookups = await lookupsFor(context.tx, fields)
  const there = await repo.alreadyThere(context.tx, lines.map(({ key }) => key), fields.flatMap(({ registrationNumber }) => registrationNumber ?? []))
  const twins = await twinsOf(context, lines)
  const [firstByKey, firstByRegistration] = [new Map<string, number>(), new Map<string, number>()]
  const pause = pauses()
  const resolved: Resolved[] = []
  for (const one of lines) {
    await pause()
    const { line, key, fields: { registrationNumber } } = one
    const known = there.keys.get(key) ?? (registrationNumber ? there.registrations.get(registrationNumber) : undefined) ?? null
    const { problems, ready } = resolveLine(one, lookups, dayOf(context.now))
    const before = firstByKey.get(key)
    if (before !== undefined) problems.push({ path: '', message: { key: 'import.same_line', params: { line: before } } })
    const registered = registrationNumber ? firstByRegistration.get(registrationNumber) : undefined
    if (before === undefined && registered !== undefined) problems.push({ path: 'registrationNumber', message: { key: 'import.same_registration', params: { line: registered } } })
    firstByKey.set(key, before ?? line)
    if (registrationNumber) firstByRegistration.set(registrationNumber, registered ?? line)
    resolved.push({ line, problems, known, twins: (twins.get(line) ?? []).slice(0, 5), ready: problems.length === 0 ? ready : null })
  }
  return resolved
}

/** Nobody of a party wrote it: a reviewer who imports a table is no insider of its contracts, and may review them. */
async function valuesOf(context: Context, { key, fields }: ImportedLine, { parties, ...lineage }: Ready, number: string): Promise<repo.NewContract> {
  const { source, registrationNumber, registrationOffice, registeredOn, technologyAmount } = fields
  const registration = registrationNumber
    ? { state: 'registered' as const, registrationNumber, registrationOffice, registeredOn: column(registeredOn) }
    : { state: 'reported' as const, reviewDueOn: await dueFromNow(context, { technologyAmount, disputed: false }) }
  const values = { id: randomUUID(), number, importKey: key, ...ownValues(fields), flow: await flowOfParties(parties), source, ...lineage, ruleVersion: (await district()).contractRuleVersion, reportedAt: context.now, createdAt: context.now, ...registration }
  return { parties, values }
}

const importInput = z.object({ file: z.string(), lines: z.custom<ImportedLine[]>((value) => Array.isArray(value)), onWritten: z.custom<(count: number) => Promise<void>>((value) => typeof value === 'function') })
/** So many are written as one statement. */
const portion = 500

/**
 * Writes the lines that can be written, all or none: with a registration number as registered, else as reported, for the bureau to review.
 * Lines that the register has already are passed over. Answers the contract of each line.
 */
export const importContracts = command({
  name: 'contract.import',
  input: importInput,
  policy: staffOnly,
  run: async (context, { file, lines, onWritten }) => {
    const byLine = new Map(lines.map((one) => [one.line, one]))
    const good = (await resolveImported(context, lines)).filter(({ known, ready }) => known === null && ready !== null)
    const numbers = good.length > 0 ? await nextCodes(context.tx, 'HT', yearOf(context.now), good.length) : []
    const written = new Map<number, string>()
    const pause = pauses()
    for (let from = 0; from < good.length; from += portion) {
      const made: (repo.NewContract & { line: number })[] = []
      for (const [at, { line, ready }] of good.slice(from, from + portion).entries()) {
        await pause()
        const one = byLine.get(line)
        if (one && ready) made.push({ line, ...(await valuesOf(context, one, ready, numbers[from + at] ?? '')) })
      }
      await repo.insertMany(context.tx, made, context.now)
      await context.transition.many(made.map(({ values, line }) => ({ entity: 'contract', entityId: values.id, from: null, to: values.state ?? 'reported', reason: `${file}:${line}` })))
      await context.audit.many('contract.import', 'contract', made.map(({ values, line }) => ({ id: values.id, detail: { file, line, number: values.number ?? '' } })))
      for (const { values, line } of made) {
        written.set(line, values.id)
        if (values.state !== 'registered' || !(values.needId ?? values.scenarioId)) continue
        const record = await find(context.tx, values.id)
        if (record) await landed(context, record)
      }
      await onWritten(written.size)
    }
    if (good.length === 0) await context.audit('contract.import_nothing', 'contract_import', randomUUID(), { file })
    return written
  },
})

/** Takes imported contracts out of what counts; those that people have worked on since are left, and answered. */
export const revokeImported = command({
  name: 'contract.revoke_imported',
  input: z.object({ ids: z.array(z.uuid()), reason: z.string() }),
  policy: staffOnly,
  run: async (context, { ids, reason }) => {
    const all = await repo.lockAll(context.tx, ids)
    const untouched = all.filter(({ version, mergedIntoId, state, _count }) => version === 1 && mergedIntoId === null && _count.merged === 0 && (state === 'registered' || state === 'reported'))
    const kept = all.filter((one) => !untouched.includes(one)).map(({ id }) => id)
    await repo.revokeAll(context.tx, untouched.map(({ id }) => id))
    await context.transition.many(untouched.map(({ id, state }) => ({ entity: 'contract', entityId: id, from: state, to: 'revoked', reason })))
    await context.audit.many('contract.revoke_imported', 'contract', untouched.map(({ id }) => ({ id, detail: { reason } })))
    if (untouched.length === 0) await context.audit('contract.revoke_nothing', 'contract_import', randomUUID(), { reason })
    return { revoked: untouched.map(({ id }) => id), kept }
  },
})
