import type { z } from 'zod'
import { unknownCodes } from '~/domain/district/codes.server'
import { invalid, type FieldError } from '~/domain/kernel/errors'
import type { Context } from '~/domain/kernel/operation.server'
import * as repo from './repo.server'
import type { scenarioFields } from './schema'

type Fields = z.output<typeof scenarioFields>

/**
 * What only the database and the clock know of a scenario's input: codes that exist, units that are departments, a window
 * that is not over before it is written. `closesBefore` is the closing time as it stands, which may have passed. Throws
 * field errors.
 */
export async function assertInput(context: Context, fields: Fields, closesBefore: Date | null = null): Promise<void> {
  const units = new Set((await repo.departments(context.tx)).map(({ id }) => id))
  const unknown = (path: string): FieldError => ({ path, message: { key: 'field.unknown_choice' } })
  const errors = await unknownCodes({ path: 'theme', scheme: 'theme', codes: [fields.theme] }, { path: 'field', scheme: 'field', codes: [fields.field] }, { path: 'industry', scheme: 'industry', codes: [fields.industry] }, { path: 'areaKey', scheme: 'area', codes: [fields.areaKey] })
  if (!units.has(fields.leadId)) errors.push(unknown('leadId'))
  if (fields.responsibleIds.some((id) => !units.has(id))) errors.push(unknown('responsibleIds'))
  const moved = fields.closesAt && fields.closesAt.getTime() !== closesBefore?.getTime()
  if (moved && fields.closesAt && fields.closesAt <= context.now) errors.push({ path: 'closesAt', message: { key: 'time.in_the_past' } })
  if (errors.length > 0) throw invalid(...errors)
}
