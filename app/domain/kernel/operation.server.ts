import type { z } from 'zod'
import type { Tx } from '#prisma/client'
import { enqueueWith, type Enqueue } from '~/jobs/enqueue'
import type { Actor } from './actor'
import { auditWith, transitionWith, type Audit, type RecordTransition } from './audit.server'
import { db } from './db.server'
import { DomainError, forbidden, notFound, signIn } from './errors'
import { issueErrors } from './issues'
import type { Decision, Policy } from './policy'
import { transaction } from './transact.server'

/** What an operation works with: one transaction for rows, audit and jobs; the time is passed in. */
export type Context = {
  tx: Tx
  actor: Actor
  now: Date
  requestId: string | null
  enqueue: Enqueue
  audit: Audit
  transition: RecordTransition
}

export type CallOptions = { now?: Date; requestId?: string | null }

type Spec<Schema extends z.ZodType, Found, Out> = {
  /** `need.publish`: what the audit trail and the table of permissions call it. */
  name: `${string}.${string}`
  input: Schema
  /** Finds the record that the policy is asked about; null is a 404. A command locks it. */
  load?: (context: Context, input: z.output<Schema>) => Promise<Found | null>
  policy: Policy<Found>
  run: (context: Context, input: z.output<Schema>, record: Found) => Promise<Out>
}

/** What a form or a program sent: the operation's schema decides what it is worth. */
export type Unchecked = Readonly<Record<string, unknown>>

export type Operation<Input = never, Found = never, Out = unknown> = {
  (actor: Actor, input: Input | Unchecked, options?: CallOptions): Promise<Out>
  /** The same inside a transaction that is already open. */
  within: (context: Context, input: Input | Unchecked) => Promise<Out>
  operation: { name: string; kind: 'command' | 'query'; policy: Policy<Found> }
}

function assertAllowed(decision: Decision): void {
  if (decision === 'hide') throw notFound()
  if (decision === 'forbid') throw forbidden()
  if (decision === 'sign_in') throw signIn()
}

/** PostgreSQL keeps no NUL in a text: nothing has an id with one. (Texts that people type are cleaned by their fields.) */
function holdsNul(input: unknown): boolean {
  return typeof input === 'object' && input !== null && Object.values(input).some((value) => typeof value === 'string' && value.includes('\0'))
}

async function perform<Schema extends z.ZodType, Found, Out>(spec: Spec<Schema, Found, Out>, context: Context, raw: unknown): Promise<Out> {
  const parsed = spec.input.safeParse(raw)
  let record = undefined as Found
  // Whoever may not do it learns nothing of what a right input would be, so the policy comes before the field errors
  // wherever the record can be found without them.
  if (parsed.success || !spec.load) {
    if (spec.load && parsed.success) {
      const found = holdsNul(parsed.data) ? null : await spec.load(context, parsed.data)
      if (found === null) throw notFound()
      record = found
    }
    assertAllowed(spec.policy(context.actor, record))
  } else {
    const found = await spec.load(context, raw as z.output<Schema>).catch(() => null)
    if (found === null) throw notFound()
    assertAllowed(spec.policy(context.actor, found))
  }
  if (!parsed.success) throw new DomainError('invalid', { key: 'error.invalid' }, issueErrors(parsed.error))
  return spec.run(context, parsed.data, record)
}

function contextOf(tx: Tx, actor: Actor, options: CallOptions): Context {
  const now = options.now ?? new Date()
  const requestId = options.requestId ?? null
  return { tx, actor, now, requestId, enqueue: enqueueWith(tx), audit: auditWith(tx, actor, now, requestId), transition: transitionWith(tx, actor, now) }
}

/** A change: load → policy → rules → rows, audit and jobs in one transaction. Fails when it forgets its audit row. */
export function command<Schema extends z.ZodType, Found = void, Out = void>(spec: Spec<Schema, Found, Out>): Operation<z.input<Schema>, Found, Out> {
  const within = async (context: Context, input: unknown) => {
    const before = context.audit.count()
    const result = await perform(spec, context, input)
    if (context.audit.count() === before) throw new Error(`${spec.name} wrote no audit row`)
    return result
  }
  const call = (actor: Actor, input: unknown, options: CallOptions = {}) => transaction(db(), (tx) => within(contextOf(tx, actor, options), input))
  return Object.assign(call, { within, operation: { name: spec.name, kind: 'command' as const, policy: spec.policy } })
}

/** A read: load → policy → result. Writes nothing. */
export function query<Schema extends z.ZodType, Found = void, Out = void>(spec: Spec<Schema, Found, Out>): Operation<z.input<Schema>, Found, Out> {
  const within = (context: Context, input: unknown) => perform(spec, context, input)
  const call = (actor: Actor, input: unknown, options: CallOptions = {}) => within(contextOf(db(), actor, options), input)
  return Object.assign(call, { within, operation: { name: spec.name, kind: 'query' as const, policy: spec.policy } })
}
