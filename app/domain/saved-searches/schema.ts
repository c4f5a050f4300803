import { z } from 'zod'
import { id, oneOf, text, version } from '~/domain/kernel/fields'
import { frequencies } from './rules'

const own = { name: text(60), frequency: oneOf(frequencies) }

/** `query` is the canonical one, which the page works out of its own address. */
export const saveInput = z.object({ ...own, query: z.string() })
export const queryInput = z.object({ query: z.string() })
export const idInput = z.object({ id: id() })
export const changeInput = z.object({ id: id(), ...own, version: version() })
export const linkInput = z.object({ token: z.string() })
