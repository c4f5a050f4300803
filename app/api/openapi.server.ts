import { z } from 'zod'
import type { Endpoint } from './endpoint.server'
import { endpoints } from './endpoints'

type JsonSchema = Record<string, unknown>

const asJsonSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema

const problem: JsonSchema = {
  type: 'object',
  required: ['title', 'status', 'code'],
  properties: {
    type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, code: { type: 'string' }, state: { type: 'string', description: 'the present state, with a conflict' },
    errors: { type: 'array', items: { type: 'object', required: ['path', 'message'], properties: { path: { type: 'string' }, message: { type: 'string' } } } },
  },
}

function parametersOf({ path, query }: Endpoint): JsonSchema[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
  const { properties = {} } = asJsonSchema(query) as { properties?: Record<string, JsonSchema> }
  // What an empty query is refused for is required: the schema itself knows best, whatever its fields are made of.
  const required = new Set(query.safeParse({}).error?.issues.map((issue) => String(issue.path[0])))
  const inQuery = Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.has(name), schema }))
  return [...inPath, ...inQuery]
}

/** OpenAPI 3.1, made from the schemas that validate every request and answer. */
export function openApiDocument(publicUrl: string): JsonSchema {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const spec of endpoints as readonly Endpoint[]) {
    const operation = {
      summary: spec.summary,
      operationId: `${spec.method}${spec.path.replace(/[/{}-]+(\w?)/g, (_all, letter: string) => letter.toUpperCase())}`,
      parameters: parametersOf(spec),
      responses: {
        200: { description: 'OK', content: { 'application/json': { schema: asJsonSchema(spec.answer) } } },
        304: { description: 'Not changed since the ETag given' },
        default: { description: 'A problem (RFC 9457)', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
      },
    }
    paths[spec.path] = { ...paths[spec.path], [spec.method]: operation }
  }
  return { openapi: '3.1.0', info: { title: '永创汇 API', version: '1', description: 'Amounts are strings in 元; times are RFC 3339.' }, servers: [{ url: `${publicUrl}/api/v1` }], paths, components: { schemas: { Problem: problem } } }
}
