import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMailbox } from '#emails/mailbox'
import { readMailbox } from '#emails/mailbox-reader'
import { renderMail } from '#emails/render'
import { createMailer } from '#emails/transport'
import { startApplication } from '~/domain/applications/service.server'
import { createContract } from '~/domain/contracts/service.server'
import { findActor } from '~/domain/auth/repo.server'
import type { Actor } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { createNeed, publishNeed, submitNeed } from '~/domain/needs/service.server'
import { listSearches, saveSearch } from '~/domain/saved-searches/service.server'
import { unsubscribeToken } from '~/domain/saved-searches/unsubscribe.server'
import { freePort } from '~/server/ports'
import { contractForm } from './factories-contracts'
import { needForm } from './factories-needs'
import { until } from './until'

/** An account of the sample district as the one who acts. */
export async function sampleActor(role: string): Promise<Actor> {
  const { id } = await db().account.findUniqueOrThrow({ where: { email: `${role}@example.com` } })
  const actor = await findActor(db(), id, new Date())
  if (!actor) throw new Error(`no account ${role}@example.com`)
  return actor
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** What a person of the sample begins themselves: a draft and a confidential need, drafts of an application and a contract, a saved search. Answers their addresses. */
export async function beginnings(): Promise<{ draftNeed: string; confidentialNeed: string; draftApplication: string; draftContract: string; scenario: string; savedSearch: string; unsubscribe: string }> {
  const [enterprise, reviewer, researcher, department] = [await sampleActor('enterprise'), await sampleActor('reviewer'), await sampleActor('researcher'), await sampleActor('department')]
  const organisationId = enterprise.memberships[0]?.organisationId ?? ''
  const dates = { startsOn: inDays(60), endsOn: inDays(400), deadline: `${inDays(40)}T17:00` }
  const draft = await createNeed(enterprise, needForm(organisationId, { ...dates, title: '还没有提交的需求草稿' }))
  const confidential = await createNeed(enterprise, needForm(organisationId, { ...dates, title: '带保密部分的夜间识别需求', confidentialSummary: '产线布局与缺陷样本', confidentialText: '三号线工位图与 1,200 张缺陷样本。' }))
  await submitNeed(enterprise, { id: confidential.number })
  await publishNeed(reviewer, { id: confidential.number })
  const application = await startApplication(researcher, { kind: 'need', target: confidential.number })
  const scenario = await db().scenario.findFirstOrThrow({ where: { leadId: department.memberships[0]?.organisationId, publication: 'published' }, orderBy: { serial: 'asc' } })
  await saveSearch(researcher, { name: '低照度', frequency: 'daily', query: 'q=%E4%BD%8E%E7%85%A7%E5%BA%A6' })
  const [saved] = await listSearches(researcher, {})
  const [institute, own] = [await db().organisation.findFirstOrThrow({ where: { kind: 'institute', verification: 'verified' }, orderBy: { id: 'asc' } }), await db().organisation.findUniqueOrThrow({ where: { id: organisationId } })]
  const contract = await createContract(enterprise, { ...contractForm(institute, own), signedOn: inDays(-20), beginsOn: inDays(-10), endsOn: inDays(200) })
  return { draftContract: contract.id, savedSearch: saved?.id ?? '', unsubscribe: unsubscribeToken(saved?.id ?? ''), draftNeed: draft.number, confidentialNeed: confidential.number, draftApplication: application.number, scenario: scenario.serial ?? '' }
}

/** A development mailbox with one mail in it; answers its addresses. */
export async function filledMailbox(): Promise<{ webUrl: string; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-mailbox-'))
  const mailbox = await startMailbox({ dataDir, smtpPort: await freePort(0), webPort: await freePort(0) })
  const mailer = createMailer(mailbox.smtpUrl, 'portal@example.com')
  await mailer.send({ ...renderMail('reset_password', { name: '宋知夏', token: 'a-token' }, 'zh-CN', { url: 'http://127.0.0.1:3000', site: '永创汇', bureau: '永川区科学技术局' }), to: 'boxed@example.com', messageId: '<one@test>' })
  mailer.close()
  await until(async () => (await readMailbox(mailbox.webUrl)).total > 0, 'the mail in the mailbox')
  return {
    webUrl: mailbox.webUrl,
    stop: async () => {
      await mailbox.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
