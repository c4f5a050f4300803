/** The bureau's list with just these filters: what stands behind a figure. */
export function drill(filter: Record<string, string>): string {
  const { from, to, ...rest } = filter
  return `/bureau/contracts?${new URLSearchParams({ ...rest, ...(from && { from }), ...(to && { to }), sort: 'signed' }).toString()}`
}
