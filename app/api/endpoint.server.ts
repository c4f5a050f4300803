import type { z } from 'zod'
import type { RouteArgs } from '~/http/guard.server'
import { cachedAnswer } from '~/http/cached.server'
import { queryValues } from '~/http/form.server'
import { DomainError } from '~/domain/kernel/errors'
import { issueErrors } from '~/domain/kernel/issues'

export type Endpoint<Query extends z.ZodType = z.ZodType, Answer extends z.ZodType = z.ZodType> = {
  method: 'get' | 'post' | 'patch'
  /** As OpenAPI writes it: `/scenarios/{id}`, below `/api/v1`. */
  path: string
  summary: string
  query: Query
  answer: Answer
  run: (args: RouteArgs, query: z.output<Query>) => Promise<z.input<Answer>>
}

/** An operation of the API: the schemas that validate it are those that the OpenAPI document shows. */
export function endpoint<Query extends z.ZodType, Answer extends z.ZodType>(spec: Endpoint<Query, Answer>): Endpoint<Query, Answer> {
  return spec
}

/** Answers a read: validates the query, lets nothing out that the answer's schema does not name, and knows `If-None-Match`. */
export async function serve<Query extends z.ZodType, Answer extends z.ZodType>(spec: Endpoint<Query, Answer>, args: RouteArgs): Promise<Response> {
  const parsed = spec.query.safeParse(queryValues(args.request.url))
  if (!parsed.success) throw new DomainError('invalid', { key: 'error.invalid' }, issueErrors(parsed.error))
  const body = JSON.stringify(spec.answer.parse(await spec.run(args, parsed.data)))
  return cachedAnswer(args.request, body, 'application/json; charset=utf-8', 'private, no-cache')
}
