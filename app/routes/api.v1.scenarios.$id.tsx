import { serve } from '~/api/endpoint.server'
import { scenarioOne } from '~/api/endpoints/scenarios'
import { api } from '~/http/guard.server'

export const loader = api('public', (args) => serve(scenarioOne, args))
