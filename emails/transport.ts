import { createTransport, type Transporter } from 'nodemailer'
import type { RenderedMail } from './render'

export type Mailer = { send: (mail: RenderedMail & { to: string; messageId: string }) => Promise<void>; close: () => void }

/** The mail program's own button that stops such mails, in one click and without a page of ours (RFC 2369, RFC 8058). */
const leaveHeaders = (leave: string) => ({ 'List-Unsubscribe': `<${leave}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })

/** Sends over SMTP with a small pool. Refused and failed mails throw, so that their job is tried again. */
export function createMailer(smtpUrl: string, from: string): Mailer {
  const transport: Transporter = createTransport({ url: smtpUrl, pool: true, maxConnections: 3, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as Parameters<typeof createTransport>[0])
  return {
    send: async ({ to, subject, text, html, messageId, leave }) => void (await transport.sendMail({ from, to, subject, text, html, messageId, headers: leave ? leaveHeaders(leave) : undefined, disableFileAccess: true, disableUrlAccess: true })),
    close: () => transport.close(),
  }
}

/** Connects and says hello; answers the time it took in ms. Throws when the server does not answer. */
export async function checkSmtp(smtpUrl: string): Promise<number> {
  const started = performance.now()
  const transport = createTransport(smtpUrl, { connectionTimeout: 2_000, greetingTimeout: 2_000 } as never)
  try {
    await transport.verify()
    return Math.round(performance.now() - started)
  } finally {
    transport.close()
  }
}
