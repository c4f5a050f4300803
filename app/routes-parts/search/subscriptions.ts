/** Where a search, by its canonical query, is a feed and a calendar. */
export function subscriptions(query: string): { atom: string; calendar: string } {
  const params = query && `?${query}`
  return { atom: `/feeds/search.atom${params}`, calendar: `/calendar/search.ics${params}` }
}
