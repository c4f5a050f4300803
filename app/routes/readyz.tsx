import { checkReadiness } from '~/domain/health/service.server'
import { api } from '~/http/guard.server'

/** Each part's state and latency. 503 until the portal is migrated, seeded and indexed; mail is named but never fails it. */
export const loader = api('public', async () => {
  const { ready, parts } = await checkReadiness()
  return Response.json({ ready, parts }, { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
})
