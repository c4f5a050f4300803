import { serve } from '~/api/endpoint.server'
import { contractStatisticsEndpoint } from '~/api/endpoints/statistics'
import { api } from '~/http/guard.server'

export const loader = api('public', (args) => serve(contractStatisticsEndpoint, args))
