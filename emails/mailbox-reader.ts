/** A mail of the development mailbox, as its page shows it. */
export type BoxedMail = { id: string; subject: string; to: string; at: string; text: string }

type Raw = { id: string; subject?: string; to?: { address?: string }[]; date?: string; time?: string; text?: string }

/** The newest mails in the development mailbox. Throws when it does not answer. */
export async function readMailbox(webUrl: string, limit = 50): Promise<BoxedMail[]> {
  const response = await fetch(new URL('/email', webUrl), { signal: AbortSignal.timeout(3_000) })
  const mails = (await response.json()) as Raw[]
  return mails
    .map(({ id, subject = '', to = [], date, time, text = '' }) => ({ id, subject, to: to.map(({ address }) => address ?? '').join(', '), at: date ?? time ?? '', text }))
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, limit)
}
