import { data, redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node'
import type { Actor } from '~/domain/kernel/actor'
import { DomainError, forbidden, notFound, signIn, unknownStep } from '~/domain/kernel/errors'
import type { CallOptions } from '~/domain/kernel/operation.server'
import { administratorOnly, anyone, signedIn, staffOnly, type Policy } from '~/domain/kernel/policy'
import { translator, type Translate } from '~/i18n'
import { localPath, ownPath } from './context'
import { formValues, type Form, type FormValues } from './form.server'
import { fieldSentences, problemResponse, sentence, statusOf } from './problem.server'
import { actorOf } from './session.server'

/** Who may open a route at all. What they may do with a record, the operation's own policy says. */
const levels = { public: anyone, signed_in: signedIn, staff: staffOnly, administrator: administratorOnly } satisfies Record<string, Policy<unknown>>
export type Access = keyof typeof levels

const longestName = 200

export type RouteArgs = {
  request: Request
  params: Record<string, string | undefined>
  context: AppLoadContext
  actor: Actor
  t: Translate
  url: URL
  /** The time and the request's id, for every operation that the route calls. */
  call: CallOptions
}

/**
 * What a page gets back from a form that was refused: nothing typed is lost. `moved` says that the record has gone on to
 * another state meanwhile, so that the form may not be on the page any more.
 */
export type Refused = { ok: false; message: string; moved: boolean; errors: Record<string, string>; values: FormValues; intent: string }

async function argsOf(access: Access, { request, params, context }: LoaderFunctionArgs | ActionFunctionArgs): Promise<RouteArgs> {
  const actor = await actorOf(request, context)
  const decision = levels[access](actor, undefined)
  if (decision === 'sign_in') throw signIn()
  if (decision !== 'allow') throw forbidden()
  // No record has a name so long, and PostgreSQL keeps no NUL in a text: such an address is nobody's record.
  if (Object.values(params).some((value) => value !== undefined && (value.length > longestName || value.includes('\0')))) throw notFound()
  return { request, params, context, actor, t: translator(context.locale), url: new URL(request.url), call: { now: context.now, requestId: context.requestId } }
}

/** A domain error as the page's answer: log in first, or an error page with its status. */
function refusePage(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): never {
  if (!(error instanceof DomainError)) throw error
  if (error.code === 'sign_in') {
    const to = request.method === 'GET' ? context.path + context.search : context.path
    throw redirect(`${localPath(context, '/login')}?to=${encodeURIComponent(to)}`, { headers: { 'Cache-Control': 'no-store' } })
  }
  // A Response, so that a route without a page of its own says it too.
  throw Response.json({ message: sentence(error, context.locale), code: error.code }, { status: statusOf(error), headers: { 'Cache-Control': 'no-store' } })
}

type Declared<F> = F & { access: Access }

/** A page's loader with its declared access. */
export function page<T>(access: Access, load: (args: RouteArgs) => Promise<T>): Declared<(args: LoaderFunctionArgs) => Promise<T>> {
  const loader = async (args: LoaderFunctionArgs) => {
    try {
      return await load(await argsOf(access, args))
    } catch (error) {
      return refusePage(error, args)
    }
  }
  return Object.assign(loader, { access })
}

/**
 * A page's action with its declared access. `act` gets the typed values; what it answers (a redirect, as a rule) goes
 * back. Wrong input and conflicts become a Refused for the page to show beside the form.
 */
export function action<T>(access: Access, act: (args: RouteArgs & { values: FormValues; intent: string; files: Map<string, File[]> }) => Promise<T>) {
  const run = async (args: ActionFunctionArgs) => {
    const form: Form = { values: {}, files: new Map(), intent: '' }
    try {
      const own = await argsOf(access, args)
      Object.assign(form, await formValues(args.request.clone()))
      return await act({ ...own, ...form })
    } catch (error) {
      if (error instanceof DomainError && ['invalid', 'conflict', 'too_many'].includes(error.code)) {
        const { password: _password, ...values } = form.values
        const refused: Refused = { ok: false, message: sentence(error, args.context.locale), moved: error.said.key === 'error.wrong_state', errors: fieldSentences(error, args.context.locale), values, intent: form.intent }
        return data(refused, { status: statusOf(error) })
      }
      return refusePage(error, args)
    }
  }
  return Object.assign(run, { access })
}

/** A resource route of the API: JSON, and problems as RFC 9457. */
export function api<Args extends LoaderFunctionArgs | ActionFunctionArgs>(access: Access, answer: (args: RouteArgs) => Promise<Response>): Declared<(args: Args) => Promise<Response>> {
  const run = async (args: Args) => {
    try {
      return await answer(await argsOf(access, args))
    } catch (error) {
      if (error instanceof DomainError) return problemResponse(error, args.context.locale)
      throw error
    }
  }
  return Object.assign(run, { access })
}

/** The step of a page that a form's button names. Throws where the page has no such step: a form that says nothing decides nothing. */
export function stepOf<Step extends string>(steps: Readonly<Record<Step, unknown>>, intent: string): Step {
  if (!Object.hasOwn(steps, intent)) throw unknownStep()
  return intent as Step
}

/** A redirect within the portal, in the language of the request. Anything but a path of our own leads home. */
export function go(context: AppLoadContext, path: string, headers?: HeadersInit): Response {
  return redirect(localPath(context, ownPath(path)), { headers: { 'Cache-Control': 'no-store', ...headers }, status: 303 })
}
