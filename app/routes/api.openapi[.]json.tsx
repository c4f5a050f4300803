import { openApiDocument } from '~/api/openapi.server'
import { env } from '~/env.server'
import { api } from '~/http/guard.server'

export const loader = api('public', async ({ url }) => Response.json(openApiDocument((env().PUBLIC_URL ?? url.origin).replace(/\/$/, ''))))
