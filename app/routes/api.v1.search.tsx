import { serve } from '~/api/endpoint.server'
import { searchEndpoint } from '~/api/endpoints/search'
import { api } from '~/http/guard.server'

export const loader = api('public', (args) => serve(searchEndpoint, args))
