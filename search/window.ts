import { CLOSING_SOON_DAYS, DAY, NEVER, statuses, type SearchStatus } from './vocabulary'

/** When something can be answered, in seconds since 1970: `opensAt` is 0 and `closesAt` is `NEVER` where there is no such moment. */
export type Window = { opensAt: number; closesAt: number }

/** The status of a window at a time in seconds, the narrowest one; the same rule as `statusFilter`. */
export function statusOf(window: Window, now: number): SearchStatus {
  if (window.opensAt > now) return 'upcoming'
  if (window.closesAt <= now) return 'closed'
  return window.closesAt <= now + CLOSING_SOON_DAYS * DAY ? 'closing_soon' : 'open'
}

/** What a document says of its statuses, to be counted like its other facets: right from `statusFrom` until just before `statusUntil`, in seconds. */
export type Standing = { statuses: SearchStatus[]; statusFrom: number; statusUntil: number }

/** The statuses of a window at a time (what closes soon is open, too), and between which moments they stay so; what has no window has none, ever. */
export function standingOf(window: Window | null, now: number): Standing {
  if (!window) return { statuses: [], statusFrom: 0, statusUntil: NEVER }
  const narrowest = statusOf(window, now)
  const edges = [window.opensAt, ...(window.closesAt === NEVER ? [] : [window.closesAt - CLOSING_SOON_DAYS * DAY, window.closesAt])]
  return {
    statuses: statuses.filter(status => status === narrowest || (status === 'open' && narrowest === 'closing_soon')),
    statusFrom: Math.max(0, ...edges.filter(edge => edge <= now)),
    statusUntil: Math.min(NEVER, ...edges.filter(edge => edge > now)),
  }
}
