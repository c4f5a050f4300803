import type zh from '../zh/api'

export default {
  'api.title': 'API',
  'api.lead': 'Public data for programs: JSON, amounts as strings in yuan, times as RFC 3339. Lists are paged by limit and cursor and carry an ETag.',
  'api.document': 'Machine-readable description (OpenAPI 3.1)',
  'api.operations': 'Operations',
  'api.path': 'Address',
  'api.summary': 'What it does',
  'api.limit': 'limit goes from 1 to 100',
  'api.cursor': 'Not a cursor: use the nextCursor of the page before, as it is',
} satisfies Record<keyof typeof zh, string>
