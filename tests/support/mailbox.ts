import { inject } from 'vitest'
import type { CapturedMail } from './capture'

export type ReadMail = { subject: string; text: string; messageId: string; raw: string }

/** `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=` as text. */
function decodeHeader(value: string): string {
  return value.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, kind: string, body: string) =>
    kind.toLowerCase() === 'b' ? Buffer.from(body, 'base64').toString('utf8') : decodeQuoted(body.replace(/_/g, ' ')),
  )
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

function readMail({ raw }: CapturedMail): ReadMail {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]/g, ' ')
  const header = (name: string) => decodeHeader(new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '')
  const part = /Content-Type: text\/plain[^]*?\r\n\r\n([^]*?)\r\n--/i.exec(raw)
  const encoding = /Content-Type: text\/plain[^]*?Content-Transfer-Encoding: (\S+)/i.exec(raw)?.[1]?.toLowerCase()
  const body = part?.[1] ?? ''
  const text = encoding === 'base64' ? Buffer.from(body, 'base64').toString('utf8') : encoding === 'quoted-printable' ? decodeQuoted(body) : body
  return { subject: header('Subject'), text, messageId: header('Message-ID'), raw }
}

/** The mails that arrived for an address, oldest first. */
export async function mailsTo(address: string): Promise<ReadMail[]> {
  const mails = (await (await fetch(inject('services').captureUrl)).json()) as CapturedMail[]
  return mails.filter((mail) => mail.to.includes(address.toLowerCase())).map(readMail)
}
