/** Asks again until the answer is there; fails after `seconds`. Never a fixed pause that hopes. */
export async function until<T>(ask: () => Promise<T | null | undefined | false>, what: string, seconds = 30): Promise<T> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (Date.now() > deadline) throw new Error(`waited ${seconds} s for ${what}`)
    await new Promise((done) => setTimeout(done, 25))
  }
}

/** Whether the portal's search has that record among its first results by now; not while search itself does not answer. */
export async function isFound(url: string, q: string, id: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/v1/search?q=${encodeURIComponent(q)}`)
  if (answer.status === 503) return false
  return ((await answer.json()) as { data: { id: string }[] }).data.some((hit) => hit.id === id)
}
