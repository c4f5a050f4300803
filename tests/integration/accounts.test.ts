import { describe, expect, it } from 'vitest'
import { createAccount } from '~/domain/accounts/create.server'
import { disableAccount, enableAccount, giveRole, readAccount, searchAccounts, takeRole } from '~/domain/accounts/service.server'
import { actorOfSession, confirmEmail, register, requestReset, resetPassword, signIn } from '~/domain/auth/service.server'
import { system, visitor } from '~/domain/kernel/actor'
import { db } from '~/domain/kernel/db.server'
import { useDatabase } from '#tests/support/database'
import { drain } from '#tests/support/drain'
import { make, password } from '#tests/support/factories'
import { mailsTo } from '#tests/support/mailbox'
import { refusal } from '#tests/support/refusal'

useDatabase()

const at = (text: string) => new Date(`2026-07-01T${text}:00+08:00`)
let sender = 0
/** Each from an address of its own, so that the limit of one sender is not met by the tests before. */
const logIn = (email: string, typed: string, now = new Date()) => signIn({ email, password: typed }, { address: `192.0.2.${++sender}`, userAgent: 'test', now })
const tokenIn = (text: string | undefined) => /token=([\w-]+)/.exec(text ?? '')?.[1] ?? ''
const audits = async (id: string) => (await db().auditEntry.findMany({ where: { entity: 'account', entityId: id }, orderBy: { id: 'asc' } })).map(({ operation }) => operation)

async function registered(email: string) {
  await register(visitor, { email, name: '向晚晴', password: 'a long enough pass', terms: 'on' })
  await drain()
  return db().account.findUniqueOrThrow({ where: { email } })
}

describe('registering', () => {
  it('takes a confirmed address before the first log-in', async () => {
    const account = await registered('first.accounts@example.com')
    expect((await refusal(logIn(account.email, 'a long enough pass'))).errors[0]?.message.key).toBe('login.unconfirmed')
    const [mail, ...more] = await mailsTo(account.email)
    expect(more).toEqual([])
    await confirmEmail(visitor, { token: tokenIn(mail?.text) })
    const { token } = await logIn(account.email, 'a long enough pass')
    expect(await actorOfSession(token, new Date())).toMatchObject({ kind: 'account', accountId: account.id, memberships: [] })
    expect((await refusal(confirmEmail(visitor, { token: tokenIn(mail?.text) }))).said.key).toBe('confirm.link_spent')
    expect(await audits(account.id)).toEqual(['auth.register', 'auth.confirm'])
    expect(JSON.stringify(await db().accountToken.findMany({ where: { accountId: account.id } }))).not.toContain(tokenIn(mail?.text))
  })

  it('refuses a confirmation after 48 hours', async () => {
    const account = await registered('late.accounts@example.com')
    const [mail] = await mailsTo(account.email)
    const later = { now: new Date(Date.now() + 48 * 3_600_000 + 60_000) }
    expect((await refusal(confirmEmail(visitor, { token: tokenIn(mail?.text) }, later))).said.key).toBe('confirm.link_spent')
  })

  it('says the same for an address that is taken, whose owner gets a mail and keeps the password', async () => {
    const owner = await make.stranger()
    await register(visitor, { email: owner.email, name: '冒名', password: 'another long pass', terms: 'on' })
    await drain()
    expect((await mailsTo(owner.email)).map(({ text }) => text.includes('/forgot-password'))).toEqual([true])
    expect((await refusal(logIn(owner.email, 'another long pass'))).errors[0]?.message.key).toBe('login.wrong')
    await logIn(owner.email, password)
  })

  it('names each field that is wrong', async () => {
    const refused = await refusal(register(visitor, { email: 'no', name: '', password: 'aaaaaaaaaaaa' }))
    expect(refused.errors.map(({ path, message }) => [path, message.key])).toEqual([['email', 'email.wrong'], ['name', 'field.required'], ['password', 'password.common'], ['terms', 'register.terms_needed']])
  })
})

describe('a forgotten password', () => {
  it('is set by a link that counts once, and every session ends', async () => {
    const { actor, email } = await make.stranger()
    const old = await logIn(email, password)
    await requestReset(visitor, { email })
    await drain()
    const [mail] = await mailsTo(email)
    const token = tokenIn(mail?.text)
    expect((await refusal(resetPassword(visitor, { token, password: 'short' }))).errors.map(({ path }) => path)).toEqual(['password'])
    await resetPassword(visitor, { token, password: 'a new long password' })
    expect((await actorOfSession(old.token, new Date())).kind).toBe('visitor')
    expect((await refusal(logIn(email, password))).errors[0]?.message.key).toBe('login.wrong')
    expect((await actorOfSession((await logIn(email, 'a new long password')).token, new Date())).accountId).toBe(actor.accountId)
    expect((await refusal(resetPassword(visitor, { token, password: 'yet another password' }))).said.key).toBe('reset.link_spent')
  })

  it('answers alike for an address without an account, and mails nobody', async () => {
    expect(await requestReset(visitor, { email: 'nobody.accounts@example.com' })).toBeUndefined()
    await drain()
    expect(await mailsTo('nobody.accounts@example.com')).toEqual([])
  })
})

describe('wrong passwords', () => {
  it('lock an account after five, and an unknown address alike', async () => {
    const { email } = await make.stranger()
    const said = async (address: string, typed: string) => {
      const { code, said: { key, params }, errors } = await refusal(logIn(address, typed))
      return { code, key, params, errors }
    }
    const [known, unknown] = [[], []] as unknown[][]
    for (let n = 1; n <= 6; n++) {
      known?.push(await said(email, 'wrong password'))
      unknown?.push(await said('unknown.accounts@example.com', 'wrong password'))
    }
    expect(known).toEqual(unknown)
    expect(known?.[4]).toMatchObject({ code: 'invalid', errors: [{ path: 'password', message: { key: 'login.wrong' } }] })
    expect(known?.[5]).toMatchObject({ code: 'too_many', key: 'error.too_many', params: { minutes: 10 } })
    expect((await refusal(logIn(email, password))).code).toBe('too_many')
  })
})

describe('an administrator', () => {
  it('disables an account, which is gone at once, and enables it again', async () => {
    const { actor: administrator } = await make.administrator()
    const { actor, email } = await make.enterprise()
    const id = actor.accountId ?? ''
    const { token } = await logIn(email, password)
    expect((await refusal(disableAccount(administrator, { id, reason: '' }))).errors.map(({ path }) => path)).toEqual(['reason'])
    await disableAccount(administrator, { id, reason: '已离职，由单位来函' })
    expect((await actorOfSession(token, new Date())).kind).toBe('visitor')
    expect((await refusal(logIn(email, password))).errors[0]?.message.key).toBe('login.wrong')
    expect((await refusal(disableAccount(administrator, { id, reason: '再停用一次' }))).said.key).toBe('account.already_disabled')
    expect(await readAccount(administrator, { id })).toMatchObject({ disabled: true, disabledReason: '已离职，由单位来函', can: { change: true } })
    await enableAccount(administrator, { id })
    await logIn(email, password)
    expect(await audits(id)).toEqual(['account.disable', 'account.enable'])
  })

  it('gives and takes roles, each of which signs the account out', async () => {
    const { actor: administrator } = await make.administrator()
    const { actor, email } = await make.stranger()
    const id = actor.accountId ?? ''
    const department = await make.organisation('department')
    expect((await refusal(giveRole(administrator, { id, role: 'publisher', unitId: '' }))).errors.map(({ path }) => path)).toEqual(['unitId'])
    expect((await refusal(giveRole(administrator, { id, role: 'publisher', unitId: (await make.organisation('enterprise')).id }))).errors.map(({ path }) => path)).toEqual(['unitId'])
    const before = await logIn(email, password)
    await giveRole(administrator, { id, role: 'publisher', unitId: department.id })
    expect((await actorOfSession(before.token, new Date())).kind).toBe('visitor')
    await giveRole(administrator, { id, role: 'reviewer', unitId: '' })
    expect((await refusal(giveRole(administrator, { id, role: 'reviewer', unitId: '' }))).said.key).toBe('account.has_role')
    const { token } = await logIn(email, password)
    expect((await actorOfSession(token, new Date())).memberships.map(({ role }) => role).sort()).toEqual(['publisher', 'reviewer'])
    await takeRole(administrator, { id, role: 'publisher', unitId: department.id })
    expect((await actorOfSession(token, new Date())).kind).toBe('visitor')
    expect((await refusal(takeRole(administrator, { id, role: 'publisher', unitId: department.id }))).code).toBe('not_found')
    expect((await make.actorOf(id)).memberships.map(({ role }) => role)).toEqual(['reviewer'])
  })

  it('cannot change their own rights, and of two who disable each other one stays', async () => {
    await db().membership.deleteMany({ where: { role: 'administrator' } })
    const [first, second] = [await make.administrator(), await make.administrator()]
    const [a, b] = [first.actor.accountId ?? '', second.actor.accountId ?? '']
    const bureau = first.organisation.id
    expect((await refusal(disableAccount(first.actor, { id: a, reason: '不能停用自己' }))).code).toBe('forbidden')
    expect((await refusal(giveRole(first.actor, { id: a, role: 'reviewer', unitId: '' }))).code).toBe('forbidden')
    expect((await refusal(takeRole(first.actor, { id: a, role: 'administrator', unitId: bureau }))).code).toBe('forbidden')
    const results = await Promise.allSettled([disableAccount(first.actor, { id: b, reason: '互相停用' }), takeRole(second.actor, { id: a, role: 'administrator', unitId: bureau })])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const left = await db().membership.count({ where: { role: 'administrator', account: { disabledAt: null } } })
    expect(left).toBe(1)
  })

  it('finds accounts by address, name or organisation, and nobody else does', async () => {
    const { actor: administrator } = await make.administrator()
    const { actor: reviewer } = await make.reviewer()
    const { email, organisation } = await make.enterprise({ name: '永川松柏精密机械有限公司' })
    const found = async (filter: Record<string, string>) => (await searchAccounts(administrator, filter)).rows.map((row) => row.email)
    expect(await found({ q: '松柏精密' })).toEqual([email])
    expect(await found({ q: email.toUpperCase() })).toEqual([email])
    expect((await searchAccounts(administrator, { q: organisation.name, show: 'bureau' })).total).toBe(0)
    const bureau = await searchAccounts(administrator, { show: 'bureau', page: 'x' })
    expect(bureau.rows.every(({ roles }) => roles.some(({ role }) => role === 'reviewer' || role === 'administrator'))).toBe(true)
    expect((await refusal(searchAccounts(reviewer, {}))).code).toBe('forbidden')
    expect((await refusal(readAccount(reviewer, { id: administrator.accountId ?? '' }))).code).toBe('forbidden')
    expect((await refusal(searchAccounts(visitor, {}))).code).toBe('sign_in')
  })
})

describe('the operator', () => {
  const first = { now: at('09:00') }

  it('opens a confirmed account whose password is set by a link, once and within a day', async () => {
    const { id, token, unit } = await createAccount(system, { email: 'Operator.accounts@example.com', role: 'reviewer', name: '何清源' }, first)
    expect(unit).toBe((await db().organisation.findFirstOrThrow({ where: { kind: 'bureau' } })).name)
    expect((await refusal(logIn('operator.accounts@example.com', ''))).code).toBe('invalid')
    expect((await refusal(resetPassword(visitor, { token, password: 'a new long password' }, { now: new Date(at('09:00').getTime() + 24 * 3_600_000) }))).said.key).toBe('reset.link_spent')
    await resetPassword(visitor, { token, password: 'a new long password' }, { now: at('10:00') })
    await logIn('operator.accounts@example.com', 'a new long password')
    expect((await make.actorOf(id)).memberships).toMatchObject([{ role: 'reviewer', manager: false }])
    expect(await audits(id)).toEqual(['account.create', 'auth.reset'])
    expect((await refusal(createAccount(system, { email: 'operator.accounts@example.com', role: 'reviewer' }, first))).errors[0]?.message.key).toBe('account.taken')
  })

  it('puts it into the unit that its role needs', async () => {
    const [department, enterprise] = [await make.organisation('department'), await make.organisation('enterprise')]
    const unverified = await make.organisation('enterprise', { verified: false })
    const wrong = async (input: Record<string, string>) => (await refusal(createAccount(system, { email: 'unit.accounts@example.com', ...input }, first))).errors.map(({ path, message }) => [path, message.key])
    expect(await wrong({ role: 'publisher' })).toEqual([['organisation', 'account.needs_publisher']])
    expect(await wrong({ role: 'publisher', organisation: enterprise.id })).toEqual([['organisation', 'account.wrong_organisation']])
    expect(await wrong({ role: 'enterprise', organisation: department.id })).toEqual([['organisation', 'account.wrong_organisation']])
    expect(await wrong({ role: 'enterprise', organisation: unverified.id })).toEqual([['organisation', 'member.verify_first']])
    expect(await wrong({ role: 'reviewer', organisation: department.id })).toEqual([['organisation', 'account.no_organisation']])
    expect(await wrong({ role: 'king' })).toEqual([['role', 'field.unknown_choice']])
    expect(await db().account.count({ where: { email: 'unit.accounts@example.com' } })).toBe(0)
    const made = await createAccount(system, { email: 'unit.accounts@example.com', role: 'enterprise', organisation: enterprise.id }, first)
    expect((await make.actorOf(made.id)).memberships).toMatchObject([{ role: 'enterprise', organisationId: enterprise.id, manager: true }])
  })

  it('is nobody who is signed in', async () => {
    const { actor: administrator } = await make.administrator()
    expect((await refusal(createAccount(administrator, { email: 'x.accounts@example.com', role: 'reviewer' }))).code).toBe('forbidden')
    expect((await refusal(createAccount(visitor, { email: 'x.accounts@example.com', role: 'reviewer' }))).code).toBe('sign_in')
  })
})
