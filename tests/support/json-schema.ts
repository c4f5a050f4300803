import { z } from 'zod'

type JsonSchema = { properties?: Record<string, JsonSchema>; items?: JsonSchema; anyOf?: JsonSchema[]; additionalProperties?: JsonSchema | boolean }

/** Paths of an answer that its schema does not name: what leaks out undocumented. */
export function unnamed(schema: JsonSchema, value: unknown, path = ''): string[] {
  if (value === null || typeof value !== 'object') return []
  const shape = schema.properties || schema.items || typeof schema.additionalProperties === 'object' ? schema : schema.anyOf?.find((one) => one.properties ?? one.items)
  if (Array.isArray(value)) return value.flatMap((one, index) => unnamed(shape?.items ?? {}, one, `${path}.${index}`))
  return Object.entries(value).flatMap(([name, inner]) => {
    const known = shape?.properties?.[name] ?? (typeof shape?.additionalProperties === 'object' ? shape.additionalProperties : null)
    return known ? unnamed(known, inner, `${path}.${name}`) : [`${path}.${name}`]
  })
}

/** What is wrong with an answer by its published schema; empty when it is as documented. */
export function faultsOf(schema: object, value: unknown): string[] {
  const parsed = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value)
  const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  return [...wrong, ...unnamed(schema as JsonSchema, value).map((path) => `${path}: not in the document`)]
}
