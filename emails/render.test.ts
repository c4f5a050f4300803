import { describe, expect, it } from 'vitest'
import { locales } from '~/i18n'
import type { MailData, MailTemplate } from './catalogue'
import { actions } from './actions'
import { renderMail } from './render'

const url = 'https://portal.example'
const origin = { url, site: '永创汇', bureau: '永川区科学技术局' }
/** One set of data for each template: a template without one does not compile. */
const examples: { [Template in MailTemplate]: MailData[Template] } = {
  confirm_address: { name: '王工', token: 'a+b/c=' },
  address_taken: { name: '王工' },
  reset_password: { name: '王工', token: 'token-token' },
  organisation_verified: { name: '王工', organisation: '澄江智造' },
  organisation_returned: { name: '王工', organisation: '澄江智造', reason: '缺少营业执照' },
  scenario_returned: { name: '王工', title: '夜间环卫作业', path: '/workspace/scenarios/1', reason: '缺少预算' },
  scenario_published: { name: '王工', title: '夜间环卫作业', serial: '2026-03-017', path: '/scenarios/2026-03-017' },
  need_returned: { name: '王工', title: '障碍物识别', path: '/workspace/needs/1', reason: '指标不清' },
  need_published: { name: '王工', title: '障碍物识别', path: '/needs/1' },
  match_found: { name: '王工', title: '障碍物识别', kind: 'need', path: '/needs/1', score: 61, reason: '低照度', deadline: null },
  match_accepted: { name: '王工', title: '障碍物识别', candidate: '程教授', path: '/workspace/matches/1' },
  match_agreed: { name: '王工', title: '障碍物识别', owner: '澄江智造', path: '/workspace/matches/1' },
  match_digest: { name: '王工', count: 4, path: '/workspace/matches', manage: '/account', token: 'digest.id.signature', records: [{ kind: 'need', title: '障碍物识别', path: '/needs/1', deadline: '2026-12-15 17:00', reason: '技术领域相同' }, { kind: 'scenario', title: '夜间环卫', path: '/scenarios/1', deadline: null, reason: '' }] },
  application_received: { name: '王工', title: '障碍物识别', number: 'SQ-1', applicant: '程教授', path: '/workspace/applications/1' },
  application_selected: { name: '王工', title: '障碍物识别', number: 'SQ-1', path: '/workspace/applications/1' },
  application_not_selected: { name: '王工', title: '障碍物识别', number: 'SQ-1', reason: '依据不足', path: '/workspace/applications/1' },
  application_returned: { name: '王工', title: '障碍物识别', number: 'SQ-1', reason: '缺少附件', path: '/workspace/applications/1' },
  broker_active: { name: '王工', number: 'JJ-2026-0001' },
  broker_suspended: { name: '王工', number: 'JJ-2026-0001', reason: '证书有疑问' },
  broker_named: { name: '王工', title: '障碍物识别', applicant: '程教授', path: '/workspace/matches/1' },
  broker_released: { name: '王工', title: '障碍物识别', applicant: '程教授', reason: '行业不符', path: '/workspace/broker' },
  broker_uncredited: { name: '王工', project: '杀青温度监测', reason: '由另一位陪同', path: '/workspace/broker' },
  question_asked: { name: '王工', title: '障碍物识别', question: '照度低于多少？', path: '/workspace/needs/1' },
  question_answered: { name: '王工', title: '障碍物识别', path: '/needs/1' },
  access_requested: { name: '王工', title: '障碍物识别', path: '/workspace/needs/1' },
  access_decided: { name: '王工', title: '障碍物识别', accepted: false, reason: null, path: '/needs/1' },
  contract_correction: { name: '王工', project: '杀青温度监测', number: 'HT-1', note: '请补预算明细', path: '/workspace/contracts/1' },
  search_alert: { name: '王工', search: '低照度', count: 12, frequency: 'daily', path: '/search?q=1&sort=posted', manage: '/account/searches/1', token: 'id.signature', records: [{ kind: 'need', title: '障碍物识别', path: '/needs/1', deadline: '2026-12-15 17:00' }, { kind: 'expert', title: '程教授', path: '/experts/1', deadline: null }] },
  contract_registered: { name: '王工', project: '杀青温度监测', number: 'HT-1', registrationNumber: '2026500118000001', path: '/workspace/contracts/1' },
}
const templates = Object.keys(examples) as MailTemplate[]
const cases = templates.flatMap((template) => locales.map((locale) => [template, locale] as const))

/** The same data with every text that people type replaced. */
const typed = (template: MailTemplate, text: string) =>
  Object.fromEntries(Object.entries(examples[template]).map(([name, value]) => [name, typeof value === 'string' && !['path', 'manage', 'frequency', 'token', 'kind', 'serial', 'number', 'registrationNumber'].includes(name) ? text : value])) as MailData[MailTemplate]

it('has an example and a link for every template', () => expect(templates.sort()).toEqual((Object.keys(actions) as MailTemplate[]).sort()))

describe.each(cases)('the mail %s in %s', (template, locale) => {
  const mail = renderMail(template, examples[template] as never, locale, origin)

  it('has a subject, a text and HTML, with nothing left to fill in', () => {
    expect(mail.subject).toMatch(/^\S.{3,}$/)
    for (const part of [mail.subject, mail.text]) expect(part).not.toMatch(/[{}]|mail\.\w|undefined|null|\[object/)
    expect(mail.html).toMatch(/^<!doctype html><html lang="(zh-CN|en)">.*<\/html>$/s)
    expect(mail.html).not.toMatch(/undefined|\[object|<script|<img/)
    for (const value of Object.values(examples[template]) as unknown[]) if (value === '王工') expect(mail.text).toContain('王工')
  })

  it('has one link into the portal (an alert also those to its records and the way out), in its language, the same in text and HTML', () => {
    const links = [...mail.html.matchAll(/href="([^"]+)"/g)].map(([, link]) => link?.replaceAll('&amp;', '&') ?? '')
    expect(links).toHaveLength(template === 'search_alert' || template === 'match_digest' ? 5 : 1)
    const prefix = locale === 'en' ? `${url}/en/` : `${url}/`
    for (const link of links) {
      expect(link.startsWith(prefix)).toBe(true)
      expect(mail.text).toContain(link)
    }
  })

  it('escapes what people typed, in HTML, and shows it as it is in the text', () => {
    const evil = '<img src=x onerror=alert(1)> & "Co"'
    const { html, text } = renderMail(template, typed(template, evil) as never, locale, origin)
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Co&quot;')
    expect(text).toContain(evil)
  })

  it('lets nobody add a header', () => {
    for (const line of ['标题\r\nBcc: everyone@example.com', '标题\nBcc: everyone@example.com\n\nbody', '标题\u2028Bcc: everyone@example.com', '标题\u0085Bcc: x', '标题\0x']) {
       
      expect(renderMail(template, typed(template, line) as never, locale, origin).subject).not.toMatch(/[\0-\x1f\x7f\x85\u2028\u2029]/)
    }
  })
})

it('puts a token into the link so that it comes back whole', () => {
  const link = /https:\S+/.exec(renderMail('confirm_address', examples.confirm_address, 'zh-CN', origin).text)?.[0] ?? ''
  expect(new URL(link).searchParams.get('token')).toBe('a+b/c=')
})

it('tells what was decided about an access, yes or no', () => {
  const mail = (accepted: boolean) => renderMail('access_decided', { ...examples.access_decided, accepted, reason: '没有关联' }, 'zh-CN', origin).text
  expect(mail(false)).toContain('没有关联')
})

it('names in a digest why each record fits, how many more there are, and why it came', () => {
  const { text, leave } = renderMail('match_digest', examples.match_digest, 'zh-CN', origin)
  expect(text).toContain('企业需求 · 2026-12-15 17:00 截止（北京时间） · 技术领域相同\n障碍物识别\nhttps://portal.example/needs/1')
  expect(text).toContain('另有 2 条')
  expect(leave).toBe('https://portal.example/unsubscribe?token=digest.id.signature')
})

describe('the mail of an alert', () => {
  const mail = renderMail('search_alert', examples.search_alert, 'zh-CN', origin)

  it('names each record with its kind and its deadline, how many more there are, and why it came', () => {
    expect(mail.text).toContain('企业需求 · 2026-12-15 17:00 截止（北京时间）\n障碍物识别\nhttps://portal.example/needs/1')
    expect(mail.text).toContain('另有 10 条')
    expect(mail.text).toContain('提醒方式是「每天 8:00」')
    expect(renderMail('search_alert', { ...examples.search_alert, count: 2 }, 'zh-CN', origin).text).not.toContain('另有')
  })

  it('says where mails of its kind are stopped, and so does the digest', () => {
    expect(mail.leave).toBe('https://portal.example/unsubscribe?token=id.signature')
    expect(templates.filter((template) => renderMail(template, examples[template] as never, 'en', origin).leave !== undefined)).toEqual(['match_digest', 'search_alert'])
  })

  it('escapes the titles of records', () => {
    const evil = { ...examples.search_alert, records: [{ kind: 'need' as const, title: '<img src=x onerror=alert(1)>', path: '/needs/1', deadline: null }] }
    expect(renderMail('search_alert', evil, 'zh-CN', origin).html).not.toContain('<img')
  })
})
