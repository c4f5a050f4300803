import { serve } from '~/api/endpoint.server'
import { scenarioList } from '~/api/endpoints/scenarios'
import { api } from '~/http/guard.server'

export const loader = api('public', (args) => serve(scenarioList, args))
