/** A mail of the development mailbox, as its list shows it. */
export type BoxedMail = { id: string; subject: string; to: string; at: string; preview: string }
export type OpenedMail = Omit<BoxedMail, 'preview'> & { text: string }

type Raw = { id: string; subject?: string; to?: { address?: string }[]; time: string; preview?: string; text?: string }

const headOf = ({ id, subject = '', to = [], time }: Raw) => ({ id, subject, to: to.map(({ address }) => address ?? '').join(', '), at: time })

/** The mailbox is maildev, whose REST interface lies under `/api`. */
function ask(webUrl: string, path: string): Promise<Response> {
  return fetch(new URL(`/api/email/${path}`, webUrl), { signal: AbortSignal.timeout(3_000) })
}

/** The newest mails in the development mailbox, at most 200, and how many it holds. Throws when it does not answer. */
export async function readMailbox(webUrl: string, limit = 50): Promise<{ mails: BoxedMail[]; total: number }> {
  const response = await ask(webUrl, `summary?limit=${limit}&sort=desc`)
  if (!response.ok) throw new Error(`the development mailbox answered ${response.status}`)
  const { items, total } = (await response.json()) as { items: Raw[]; total: number }
  return { mails: items.map((raw) => ({ ...headOf(raw), preview: raw.preview ?? '' })), total }
}

/** One mail with its text; null when the mailbox has none of that id. Throws when it does not answer. */
export async function readBoxedMail(webUrl: string, id: string): Promise<OpenedMail | null> {
  const response = await ask(webUrl, encodeURIComponent(id))
  if (response.status === 404) return null
  if (!response.ok) throw new Error(`the development mailbox answered ${response.status}`)
  const raw = (await response.json()) as Raw
  return { ...headOf(raw), text: raw.text ?? '' }
}
