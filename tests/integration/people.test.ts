import { describe, expect, it } from 'vitest'
import { db } from '~/domain/kernel/db.server'
import { visitor, type Actor } from '~/domain/kernel/actor'
import { listPeople, peopleDesk, profileChoices, readOwnProfile, readPerson } from '~/domain/people/read.server'
import { addResearcher, createProfile, setListing, updateProfile } from '~/domain/people/service.server'
import { visibilities } from '~/domain/people/schema'
import { searchPortal } from '~/domain/searching/service.server'
import { useDatabase } from '#tests/support/database'
import { drain } from '#tests/support/drain'
import { make } from '#tests/support/factories'
import { personForm, refusal } from '#tests/support/factories-people'

useDatabase()

const call = { now: new Date('2026-11-20T02:00:00Z') }
const profileOf = (number: string) => db().person.findUniqueOrThrow({ where: { number } })
const found = async (q: string) => (await searchPortal(new URLSearchParams({ q }), call.now)).result?.hits.map((hit) => hit.recordId) ?? []

/** A signed-in account with a profile, as the forms make it. */
async function withProfile(values: Record<string, unknown> = {}) {
  const { actor: before } = await make.stranger()
  const { number } = await createProfile(before, personForm(values), call)
  return { actor: await make.actorOf(before.accountId!), number }
}

describe('a profile of one’s own', () => {
  it('is written, numbered, found by search and read again as it was typed', async () => {
    const { actor, number } = await withProfile({ name: '沈寻幽', keywords: '桑葚速冻 冷链' })
    expect(number).toMatch(/^RC-2026-\d{4}$/)
    expect(await readOwnProfile(actor, {}, call)).toEqual({ number })
    const read = await readPerson(actor, { id: number }, call)
    expect(read).toMatchObject({ name: '沈寻幽', disciplines: ['520'], keywords: ['桑葚速冻', '冷链'], languages: ['中文', '英语'], maxLoad: 2, listed: true, available: true, can: { edit: true } })
    expect(read.projects).toHaveLength(2)
    await drain()
    expect(await found('桑葚速冻')).toContain(number)
  })

  it('is one an account', async () => {
    const { actor } = await withProfile()
    const before = await db().person.count()
    expect(await refusal(createProfile(actor, personForm(), call))).toMatchObject({ code: 'conflict', said: { key: 'person.exists' } })
    expect(await db().person.count()).toBe(before)
  })

  it('needs an account', async () => {
    expect((await refusal(createProfile(visitor, personForm(), call))).code).toBe('sign_in')
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['name', { name: '沈' }, 'field.too_short'], ['title', { title: '' }, 'field.required'], ['fields', { fields: [] }, 'field.choose'], ['fields', { fields: ['no-such-field'] }, 'field.unknown_choice'], ['disciplines', { disciplines: ['999'] }, 'field.unknown_choice'],
    ['disciplines', { disciplines: ['520', '510', '110', '120'] }, 'field.too_many'], ['keywords', { keywords: '' }, 'field.too_few'], ['summary', { summary: '太短' }, 'field.too_short'], ['projects', { projects: '字'.repeat(101) }, 'field.line_too_long'],
    ['availableFrom', { availableFrom: '2026-02-30' }, 'day.not_a_day'], ['maxLoad', { maxLoad: '51' }, 'field.out_of_range'], ['contactEmail', { contactEmail: 'shen@' }, 'email.wrong'], ['contactPhone', { contactPhone: '打给我' }, 'phone.wrong'],
    ['contactVisibility', { contactVisibility: 'friends' }, 'field.unknown_choice'], ['organisationId', { organisationId: '018f0000-0000-7000-8000-000000000000' }, 'person.not_a_member'],
  ])('with a wrong %s (%o) is refused and nothing is written', async (path, values, key) => {
    const { actor } = await make.stranger()
    const before = [await db().person.count(), await db().auditEntry.count()]
    const error = await refusal(createProfile(actor, personForm(values), call))
    expect(error).toMatchObject({ code: 'invalid', errors: [{ path, message: { key } }] })
    expect([await db().person.count(), await db().auditEntry.count()]).toEqual(before)
  })

  it('names an organisation only once that took its owner in, and keeps the one it has', async () => {
    const institute = await make.institute()
    const { actor } = await make.colleague(institute.organisation.id, 'institute')
    expect((await profileChoices(actor, {}, call)).organisations).toEqual([{ value: institute.organisation.id, label: institute.organisation.name }])
    const { number } = await createProfile(actor, personForm({ organisationId: institute.organisation.id }), call)
    await db().membership.deleteMany({ where: { accountId: actor.accountId! } })
    const left = await make.actorOf(actor.accountId!)
    await updateProfile(left, { ...personForm({ organisationId: institute.organisation.id, title: '研究员' }), id: number, version: 1 }, call)
    expect(await profileOf(number)).toMatchObject({ organisationId: institute.organisation.id, title: '研究员' })
  })

  it('tells the second of two editors that it changed, and keeps the first change', async () => {
    const { actor, number } = await withProfile()
    await updateProfile(actor, { ...personForm({ title: '研究员' }), id: number, version: 1 }, call)
    expect(await refusal(updateProfile(actor, { ...personForm({ title: '教授' }), id: number, version: 1 }, call))).toMatchObject({ code: 'conflict', said: { key: 'error.stale' } })
    expect(await refusal(setListing(actor, { id: number, version: 1, listed: false }, call))).toMatchObject({ code: 'conflict' })
    expect(await profileOf(number)).toMatchObject({ title: '研究员', listed: true, version: 2 })
  })
})

describe('the contact', () => {
  const readers = async (self: Actor): Promise<Record<string, Actor>> => ({ visitor, stranger: (await make.stranger()).actor, unverified: (await make.enterprise({ verified: false })).actor, member: (await make.enterprise()).actor, broker: (await make.broker()).actor, reviewer: (await make.reviewer()).actor, self })
  const seenBy: Record<(typeof visibilities)[number], string[]> = {
    public: ['visitor', 'stranger', 'unverified', 'member', 'broker', 'reviewer', 'self'],
    members: ['member', 'broker', 'reviewer', 'self'],
    on_acceptance: ['reviewer', 'self'],
  }
  it.each(visibilities)('that is shown %s', async (visibility) => {
    const { actor, number } = await withProfile({ contactVisibility: visibility })
    const seen: string[] = []
    for (const [name, reader] of Object.entries(await readers(actor))) {
      const { contact } = await readPerson(reader, { id: number }, call)
      if (contact) expect(contact).toEqual({ email: 'shen@example.com', phone: '023-49800001' })
      if (contact) seen.push(name)
    }
    expect(seen).toEqual(seenBy[visibility])
  })
})

describe('a profile that is not listed', () => {
  it('is a 404 for strangers, leaves the list and the index, and comes back', async () => {
    const { actor, number } = await withProfile({ keywords: '茶叶杀青' })
    await drain()
    expect(await found('茶叶杀青')).toContain(number)
    await setListing(actor, { id: number, version: 1, listed: false }, call)
    await drain()
    expect(await found('茶叶杀青')).not.toContain(number)
    expect((await listPeople(visitor, { q: '茶叶杀青' }, call)).total).toBe(0)
    for (const reader of [visitor, (await make.stranger()).actor, (await make.enterprise()).actor]) expect((await refusal(readPerson(reader, { id: number }, call))).code).toBe('not_found')
    expect((await readPerson(actor, { id: number }, call)).listed).toBe(false)
    await updateProfile(actor, { ...personForm({ keywords: '茶叶杀青' }), id: number, version: 2 }, call)
    await drain()
    expect(await found('茶叶杀青')).toContain(number)
    expect((await listPeople(visitor, { q: '茶叶杀青' }, call)).rows.map((row) => row.number)).toEqual([number])
  })

  it('is a 404 and not a 403 for whoever tries to change it', async () => {
    const { number } = await withProfile({ listed: '' })
    const { actor } = await make.stranger()
    expect((await refusal(updateProfile(actor, { ...personForm(), id: number, version: 1 }, call))).code).toBe('not_found')
    expect((await refusal(setListing(actor, { id: number, version: 1, listed: true }, call))).code).toBe('not_found')
    const open = await withProfile()
    expect((await refusal(updateProfile(actor, { ...personForm(), id: open.number, version: 1 }, call))).code).toBe('forbidden')
    expect((await refusal(updateProfile(visitor, { ...personForm(), id: open.number, version: 1 }, call))).code).toBe('sign_in')
    expect((await profileOf(number)).version).toBe(1)
  })
})

describe('the people of an institute', () => {
  it('are added, changed and taken down by its manager, and shown to its members', async () => {
    const institute = await make.institute()
    const id = institute.organisation.id
    const { number } = await addResearcher(institute.actor, { ...personForm({ name: '林见鹿' }), organisationId: id }, call)
    await updateProfile(institute.actor, { ...personForm({ name: '林见鹿', title: '研究员' }), id: number, organisationId: id, version: 1 }, call)
    expect(await profileOf(number)).toMatchObject({ title: '研究员', organisationId: id, accountId: null })
    await setListing(institute.actor, { id: number, version: 2, listed: false }, call)
    const colleague = await make.colleague(id, 'institute')
    expect((await peopleDesk(institute.actor, { organisationId: id }, call)).people).toMatchObject([{ number, listed: false }])
    expect(await peopleDesk(colleague.actor, { organisationId: id }, call)).toMatchObject({ people: [], can: { add: false, edit: false } })
  })

  it('are nobody else’s: another manager changes none of them and adds none', async () => {
    const [institute, other] = [await make.institute(), await make.institute()]
    const id = institute.organisation.id
    const { number } = await addResearcher(institute.actor, { ...personForm(), organisationId: id }, call)
    expect((await refusal(updateProfile(other.actor, { ...personForm({ name: '换了人' }), id: number, organisationId: other.organisation.id, version: 1 }, call))).code).toBe('forbidden')
    expect((await refusal(addResearcher(other.actor, { ...personForm(), organisationId: id }, call))).code).toBe('not_found')
    expect((await refusal(addResearcher((await make.colleague(id, 'institute')).actor, { ...personForm(), organisationId: id }, call))).code).toBe('not_found')
    expect((await refusal(peopleDesk((await make.stranger()).actor, { organisationId: (await make.enterprise()).organisation.id }, call))).code).toBe('not_found')
    expect(await db().person.findMany({ where: { organisationId: id } })).toMatchObject([{ number, name: '沈知微', version: 1 }])
  })

  it('may be kept but not shown before the institute is verified', async () => {
    const institute = await make.institute({ verified: false })
    const id = institute.organisation.id
    expect(await refusal(addResearcher(institute.actor, { ...personForm(), organisationId: id }, call))).toMatchObject({ code: 'invalid', errors: [{ path: 'listed', message: { key: 'person.organisation_not_verified' } }] })
    const { number } = await addResearcher(institute.actor, { ...personForm({ listed: '' }), organisationId: id }, call)
    expect(await refusal(setListing(institute.actor, { id: number, version: 1, listed: true }, call))).toMatchObject({ errors: [{ path: 'listed' }] })
    expect((await profileOf(number)).listed).toBe(false)
    await db().organisation.update({ where: { id }, data: { verification: 'verified' } })
    const later = new Date('2026-11-22T02:00:00Z')
    await setListing(institute.actor, { id: number, version: 1, listed: true }, { now: later })
    expect(await profileOf(number)).toMatchObject({ listed: true, createdAt: call.now, listedAt: later })
    await drain()
    // New to whoever saved a search since: they came into the lists on that day.
    const { result } = await searchPortal(new URLSearchParams({ q: (await profileOf(number)).name, type: 'expert' }), later)
    expect(result?.hits.find((hit) => hit.recordId === number)?.postedAt).toEqual(later)
  })
})
