import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startMailbox, type RunningMailbox } from '#emails/mailbox'
import { readBoxedMail, readMailbox } from '#emails/mailbox-reader'
import { renderMail } from '#emails/render'
import { createMailer } from '#emails/transport'
import { freePort } from '~/server/ports'
import { until } from '#tests/support/until'

const dataDir = mkdtempSync(join(tmpdir(), 'portal-mailbox-'))
let mailbox: RunningMailbox

beforeAll(async () => {
  mailbox = await startMailbox({ dataDir, smtpPort: await freePort(0), webPort: await freePort(0) })
})
afterAll(async () => {
  await mailbox.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

it('keeps what was sent, the newest first, and opens one mail with its link', async () => {
  expect(await readMailbox(mailbox.webUrl)).toEqual({ mails: [], total: 0 })
  const mailer = createMailer(mailbox.smtpUrl, 'portal@example.com')
  const mail = renderMail('reset_password', { name: '宋知夏', token: 'a-token-of-this-test' }, 'zh-CN', { url: 'http://127.0.0.1:3000', site: '永创汇', bureau: '永川区科学技术局' })
  await mailer.send({ ...mail, to: 'boxed@example.com', messageId: '<one@test>' })
  mailer.close()
  const arrived = async () => (await readMailbox(mailbox.webUrl)).mails[0]
  const head = await until(arrived, 'the mail')
  expect(head).toMatchObject({ subject: mail.subject, to: 'boxed@example.com' })
  expect(Number.isNaN(Date.parse(head.at))).toBe(false)
  const opened = await readBoxedMail(mailbox.webUrl, head.id)
  expect(opened?.text).toContain('http://127.0.0.1:3000/reset-password?token=a-token-of-this-test')
  expect(await readBoxedMail(mailbox.webUrl, '../config')).toBeNull()
})
