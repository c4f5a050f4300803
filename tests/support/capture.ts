import { createServer } from 'node:http'
import { SMTPServer } from 'smtp-server'
import { freePort } from '~/server/ports'

export type CapturedMail = { to: string[]; raw: string }

/** A real SMTP server that keeps every mail, and a small HTTP side from which test processes read them. */
export async function startCapture() {
  const mails: CapturedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map((address) => address.address.toLowerCase()), raw: Buffer.concat(chunks).toString('utf8') })
        done()
      })
    },
  })
  const smtpPort = await freePort(0)
  await new Promise<void>((ready) => server.listen(smtpPort, '127.0.0.1', ready))
  const reader = createServer((_request, response) => void response.setHeader('Content-Type', 'application/json').end(JSON.stringify(mails)))
  const port = await freePort(0)
  await new Promise<void>((ready) => reader.listen(port, '127.0.0.1', ready))
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      reader.closeAllConnections()
      await new Promise((done) => reader.close(done))
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}
