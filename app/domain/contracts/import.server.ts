import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { abroad } from './parties.server'
import { district, labels, workCalendar } from '~/domain/district/service.server'
import { regionReader } from '~/domain/district/codes.server'
import { nextCodes } from '~/domain/kernel/counter.server'
import type { FieldError } from '~/domain/kernel/errors'
import { command, type Context } from '~/domain/kernel/operation.server'
import { pauses } from '~/domain/kernel/pauses'
import { staffOnly } from '~/domain/kernel/policy'
import { dateColumn, dayOf, yearOf } from '~/domain/kernel/time'
import { verifiedByCode } from '~/domain/organisations/read.server'
import { likeness, type Comparable, type Likeness } from './duplicates'
import * as repo from './import-repo.server'
import { landed } from './landing.server'
import * as origins from './lineage-repo.server'
import type { PartyValues } from './repo.server'
import { find } from './repo.server'
import { flowOf, reviewDueOn, typeOf } from './rules'
import { sides, type ImportFields, type PartyInput, type Side } from './schema'

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
async function foundBy(numbers: (string | null)[], find: (number: string) => Promise<{ id: string } | null>): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const number of new Set(numbers)) {
    const record = number ? await find(number) : null
    if (number && record) found.set(number, record.id)
  }
  return found
}

type Lookups = { regions: (typed: string) => ReturnType<Awaited<ReturnType<typeof regionReader>>>; regionCodes: ReadonlySet<string>; organisations: Awaited<ReturnType<typeof verifiedByCode>>; needs: Map<string, string>; scenarios: Map<string, string>; brokers: Map<string, string> }

/** A party as it is kept: name, code, nature and region of a verified organisation are its own. */
function partyOf(side: Side, party: PartyInput, { regions, regionCodes, organisations }: Lookups): PartyValues | FieldError {
  const { scale, address, representative, contactName, contactPhone } = party
  const typed = { scale, address, representative, contactName, contactPhone }
  const known = party.creditCode ? organisations.get(party.creditCode) : undefined
  if (known) return { side, organisationId: known.id, name: known.name, creditCode: known.creditCode, nature: known.nature, regionCode: known.regionCode, ...typed }
  const values = { side, organisationId: null, name: party.name, creditCode: party.creditCode, nature: party.nature, ...typed }
  if (party.nature === 'overseas') return { ...values, regionCode: abroad }
  const path = `${side}.regionCode`
  if (party.regionCode) {
    const found = regions(party.regionCode)
    return typeof found === 'string' ? { ...values, regionCode: found } : { path, message: found }
  }
  const fromCode = party.creditCode?.slice(2, 8) ?? ''
  return regionCodes.has(fromCode) ? { ...values, regionCode: fromCode } : { path, message: { key: 'field.required' } }
}

function resolveLine({ fields }: ImportedLine, lookups: Lookups, today: string): { problems: FieldError[]; ready: Ready | null } {
  const problems: FieldError[] = []
  const parties: PartyValues[] = []
  for (const side of sides) {
    const party = fields[side] && partyOf(side, fields[side], lookups)
    if (party && 'message' in party) problems.push(party)
    else if (party) parties.push(party)
  }
  if (fields.signedOn > today) problems.push({ path: 'signedOn', message: { key: 'contract.signed_in_future' } })
  if (fields.registeredOn && fields.registeredOn > today) problems.push({ path: 'registeredOn', message: { key: 'contract.registered_in_future' } })
  const linked = (path: 'needNumber' | 'scenarioSerial' | 'brokerNumber', found: Map<string, string>, key: 'contract.need_unknown' | 'contract.scenario_unknown' | 'contract.broker_unknown') => {
    const number = fields[path]
    const id = number ? (found.get(number) ?? null) : null
    if (number && !id) problems.push({ path, message: { key } })
    return id
  }
  const needId = linked('needNumber', lookups.needs, 'contract.need_unknown')
  const scenarioId = linked('scenarioSerial', lookups.scenarios, 'contract.scenario_unknown')
  const brokerId = linked('brokerNumber', lookups.brokers, 'contract.broker_unknown')
  return { problems, ready: problems.length === 0 ? { parties, needId, scenarioId, brokerId } : null }
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
  const groups = new Map<string, number[]>()
  for (const { line, seller, buyer } of pairs) groups.set(`${seller} ${buyer}`, [...(groups.get(`${seller} ${buyer}`) ?? []), line])
  for (const group of groups.values()) {
    for (const [at, line] of group.slice(0, mostCompared).entries()) {
      for (const before of group.slice(0, at)) {
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
  const lookups: Lookups = {
    regions: await regionReader(),
    regionCodes: new Set((await labels('region', 'zh-CN')).keys()),
    organisations: await verifiedByCode(context.tx, fields.flatMap(({ seller, buyer }) => [seller?.creditCode, buyer?.creditCode].filter((code): code is string => !!code))),
    needs: await foundBy(fields.map(({ needNumber }) => needNumber), (number) => origins.publicNeed(context.tx, number)),
    scenarios: await foundBy(fields.map(({ scenarioSerial }) => scenarioSerial), (serial) => origins.publicScenario(context.tx, serial)),
    brokers: await foundBy(fields.map(({ brokerNumber }) => brokerNumber), (number) => origins.activeBroker(context.tx, number.toUpperCase())),
  }
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
async function valuesOf(context: Context, { key, fields }: ImportedLine, ready: Ready, number: string): Promise<repo.NewContract> {
  const settings = await district()
  const { kind, projectName, field, ipr, plan, pending, totalAmount, equipmentAmount, materialAmount, technologyAmount, paymentMethod, related, objective, buyerIndustry, source, registrationNumber } = fields
  const column = (day: string | null) => (day ? dateColumn(day) : null)
  const region = (side: Side) => ready.parties.find((party) => party.side === side)?.regionCode ?? ''
  const due = dateColumn(reviewDueOn({ technologyAmount, disputed: false }, dayOf(context.now), settings, await workCalendar()))
  const registration = registrationNumber ? { state: 'registered' as const, registrationNumber, registrationOffice: fields.registrationOffice, registeredOn: column(fields.registeredOn) } : { state: 'reported' as const, reviewDueOn: due }
  return {
    parties: ready.parties,
    values: {
      id: randomUUID(), number, importKey: key, projectName, ...typeOf(kind), field, ipr, plan, pending, totalAmount, equipmentAmount, materialAmount, technologyAmount, paymentMethod, related, objective, buyerIndustry,
      signedOn: dateColumn(fields.signedOn), beginsOn: column(fields.beginsOn), endsOn: column(fields.endsOn), flow: flowOf(region('seller'), region('buyer'), settings.regionCode),
      source, needId: ready.needId, scenarioId: ready.scenarioId, brokerId: ready.brokerId, ruleVersion: settings.contractRuleVersion, reportedAt: context.now, createdAt: context.now, ...registration,
    },
  }
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
      await repo.insertMany(context.tx, made)
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
