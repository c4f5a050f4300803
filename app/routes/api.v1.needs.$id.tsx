import { serve } from '~/api/endpoint.server'
import { needOne } from '~/api/endpoints/needs'
import { api } from '~/http/guard.server'

export const loader = api('public', (args) => serve(needOne, args))
