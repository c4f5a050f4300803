import autocannon, { type Request } from 'autocannon'

export type Load = { perSecond: number; p50: number; failed: number }

/**
 * Asks one address after the other over `clients` kept connections for `seconds`, and says how many answers a second came, the
 * median wait in ms, and how many failed.
 */
export async function load(base: string, requests: readonly Request[], options: { clients: number; seconds: number; headers?: Record<string, string> }): Promise<Load> {
  const { clients, seconds, headers } = options
  const result = await autocannon({ url: base, requests: [...requests], connections: clients, duration: seconds, headers, excludeErrorStats: false })
  return { perSecond: result.requests.total / result.duration, p50: result.latency.p50, failed: result.non2xx + result.errors + result.timeouts }
}

/** As `load`, for figures: one failed answer makes it worthless. */
export async function loadWithoutFailure(...asked: Parameters<typeof load>): Promise<Load> {
  const result = await load(...asked)
  if (result.failed > 0) throw new Error(`${result.failed} of the requests to ${asked[0]} failed`)
  return result
}

/** How many things a second `work` gets done by `clients` at once, taking the things in turn, for `seconds`. */
export async function perSecond<T>(things: readonly T[], work: (thing: T) => Promise<unknown>, { clients, seconds }: { clients: number; seconds: number }): Promise<number> {
  const begun = performance.now()
  const until = begun + seconds * 1000
  let done = 0
  const client = async () => {
    while (performance.now() < until) await work(things[done++ % things.length]!)
  }
  await Promise.all(Array.from({ length: clients }, client))
  return (done * 1000) / (performance.now() - begun)
}

export const get = (path: string): Request => ({ method: 'GET', path })
export const post = (path: string, body: object): Request => ({ method: 'POST', path, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })

/** How long `work` takes for each of the things, one after the other, in ms. */
export async function timed<T>(things: readonly T[], work: (thing: T) => Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  for (const thing of things) {
    const begun = performance.now()
    await work(thing)
    took.push(performance.now() - begun)
  }
  return took
}
