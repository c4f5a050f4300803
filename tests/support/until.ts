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
