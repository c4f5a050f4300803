import { serve } from '~/api/endpoint.server'
import { targetsEndpoint } from '~/api/endpoints/statistics'
import { api } from '~/http/guard.server'

export const loader = api('public', (args) => serve(targetsEndpoint, args))
