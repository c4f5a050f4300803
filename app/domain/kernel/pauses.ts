/**
 * Long work in a process that also answers requests: call what this answers between two portions, and whenever the present
 * stretch has lasted `ms` it lets everything else that waits go first.
 */
export function pauses(ms = 3): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < ms) return
    await new Promise((done) => setImmediate(done))
    since = performance.now()
  }
}
