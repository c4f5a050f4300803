import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '~/domain/kernel/db.server'
import { fillCandidates, renewCandidate } from '~/domain/matching/candidates.server'
import { computeMatches } from '~/domain/matching/compute.server'
import { forgetPool } from '~/domain/matching/pool.server'
import { standingOfTarget } from '~/domain/matching/standing.server'
import { setEnv } from '~/env.server'
import { make } from '#tests/support/factories'
import { draftNeed, publishedNeed } from '#tests/support/factories-needs'
import { publishedScenario } from '#tests/support/factories-scenarios'
import { mailsTo } from '#tests/support/mailbox'
import { startPortal, type Portal } from '#tests/support/portal'
import { Visitor } from '#tests/support/visitor'

/* Needs and scenarios whose text says nothing that can be matched, and what their owners and the bureau read then. */

const now = new Date()
const call = { now }
/** The deadline of the needs, a month from now. */
const deadline = `${new Date(now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10)}T17:00`
const windowOf = { deadline, startsOn: '2028-01-01', endsOn: '2028-10-31' }

let portal: Portal
let world: Awaited<ReturnType<typeof makeWorld>>

async function makeWorld() {
  await db().district.update({ where: { id: 1 }, data: { notifyFromScore: 0 } })
  const [owner, reviewer, publisher, stranger] = [await make.enterprise(), await make.reviewer(), await make.publisher(), await make.enterprise()]
  const person = await make.researcher({ summary: '园区无人配送车夜间低照度障碍物识别与紧急制动。', keywords: ['低照度', '障碍物识别'] })
  const silent = await make.researcher({ summary: '', keywords: [] })
  await db().person.update({ where: { id: silent.person.id }, data: { title: '' } })
  await renewCandidate('person', silent.person.id)
  for (const work of ['茶叶杀青温度在线监测', '竹纤维复合材料', '柑橘病虫害预报']) await make.researcher({ summary: work, keywords: [work], fields: ['agriculture'] })
  const texts = {
    two: { title: '茶叶', problem: '', indicators: '', goal: '', keywords: [] },
    numbers: { title: '20261125', problem: '1,234.5', indicators: '98%', goal: '2027', keywords: ['1', '2'] },
    english: { title: 'Solvent recovery', problem: 'We lose solvent vapour when drying and want to recover it cheaply and safely.', indicators: 'Recovery above ninety percent.', goal: 'Less loss of solvent within a year.', keywords: ['solvent', 'recovery'] },
  }
  const needs: Record<string, { id: string; number: string }> = {}
  for (const [name, text] of Object.entries(texts)) {
    needs[name] = await publishedNeed(owner, reviewer.actor, { ...windowOf, title: `需求 ${name} 的名称` }, call)
    await db().need.update({ where: { id: needs[name].id }, data: text })
  }
  const scenario = await publishedScenario(publisher, reviewer.actor, { title: '待定的应用场景' })
  await db().scenario.update({ where: { id: scenario.id }, data: { title: '待定', summary: '略', body: '略', technologies: [], closesAt: null } })
  // A need has 500 characters a field at the most; a scenario may say more than any form takes.
  const long = await publishedScenario(publisher, reviewer.actor, { title: '低照度障碍物识别与紧急制动' })
  await db().scenario.update({ where: { id: long.id }, data: { summary: '夜间识别障碍物', body: '夜间园区支路照度低于 1 lx，要识别低矮障碍物并紧急制动。'.repeat(1_800), technologies: ['低照度'], closesAt: null } })
  return { owner, reviewer, publisher, stranger, person, silent, needs: needs as Record<keyof typeof texts, { id: string; number: string }>, scenario, long }
}

beforeAll(async () => {
  portal = await startPortal({
    // No worker: what is matched is matched here, so that nothing depends on when.
    more: { WORKER: 'off' },
    prepare: async (values) => {
      setEnv(values)
      world = await makeWorld()
    },
  })
}, 120_000)
afterAll(async () => {
  await closeDb()
  await portal.stop()
})

const need = (name: keyof typeof world.needs) => ({ kind: 'need' as const, id: world.needs[name].id })
const compute = (name: keyof typeof world.needs, tell = true) => computeMatches('need', world.needs[name].id, { tell, now })
const standing = (name: keyof typeof world.needs, actor = world.owner.actor) => standingOfTarget(actor, need(name), call)

describe('a text that cannot be matched, or hardly', () => {
  it('waits first, and then says what to add to: to its owner and the bureau, to nobody else', async () => {
    expect(await standing('two')).toMatchObject({ why: 'waiting' })
    expect(await compute('two')).toBe(0)
    expect(await standing('two')).toEqual({ why: 'short', add: ['need.field.title', 'need.field.keywords', 'need.field.problem', 'need.field.indicators', 'need.field.goal'], chinese: true })
    expect(await standing('two', world.reviewer.actor)).toMatchObject({ why: 'short' })
    expect(await standing('two', world.stranger.actor)).toBeNull()
    expect(await standing('two', world.person.actor)).toBeNull()
  })

  it('with only numbers, or in English among Chinese, invents nobody', async () => {
    expect([await compute('numbers'), await compute('english')]).toEqual([0, 0])
    expect(await standing('numbers')).toMatchObject({ why: 'short', chinese: false })
    expect(await standing('english')).toEqual({ why: 'none', add: ['need.field.keywords'], chinese: false })
    expect(await db().match.count({ where: { needId: { in: [world.needs.numbers.id, world.needs.english.id] } } })).toBe(0)
  })

  it('gets its candidates, with reasons, once it says enough, and loses those that nobody has touched when it says nothing any more', async () => {
    const before = { title: '茶叶', problem: '', keywords: [] }
    await db().need.update({ where: { id: world.needs.two.id }, data: { title: '低照度障碍物识别与紧急制动', problem: '夜间照度低，障碍物识别不出来。', keywords: ['低照度'] } })
    expect(await compute('two', false)).toBeGreaterThan(0)
    expect(await standing('two')).toBeNull()
    await db().need.update({ where: { id: world.needs.two.id }, data: before })
    expect(await compute('two')).toBe(0)
    expect(await db().match.count({ where: { needId: world.needs.two.id } })).toBe(0)
    expect(await db().matchFit.count({ where: { needId: world.needs.two.id } })).toBe(0)
  })

  it('of 50,000 characters is matched, by what is in it, with a mail that names words of both', async () => {
    expect((await db().scenario.findUniqueOrThrow({ where: { id: world.long.id } })).body.length).toBeGreaterThan(50_000)
    expect(await computeMatches('scenario', world.long.id, { tell: true, now })).toBeGreaterThan(0)
    const pair = await db().match.findFirstOrThrow({ where: { scenarioId: world.long.id, personId: world.person.person.id } })
    expect(JSON.stringify(pair.passages).length).toBeLessThan(5_000)
    const mails = await db().mail.findMany({ where: { recipient: world.person.email } })
    expect(mails.map(({ data }) => (data as { reason: string }).reason)).toEqual([expect.stringMatching(/^两边都提到：.*障碍物/)])
    expect(await mailsTo(world.silent.email)).toEqual([])
    expect(await db().match.count({ where: { personId: world.silent.person.id } })).toBe(0)
  })
})

describe('the pages', () => {
  const shown = async (who: { email: string }, path: string) => {
    const visitor = new Visitor(portal.url)
    await visitor.signIn(who.email)
    const { status, text } = await visitor.ask(path)
    expect(status).toBe(200)
    return text
  }

  it('say so in both languages, to the owner and to the reviewer', async () => {
    const { two, english } = world.needs
    for (const [who, folder] of [[world.owner, 'workspace'], [world.reviewer, 'bureau']] as const) {
      expect(await shown(who, `/${folder}/needs/${two.number}`)).toContain('不足以匹配：请补充需求名称、关键词、主要问题、技术关键与主要指标、预期目标。')
      expect(await shown(who, `/en/${folder}/needs/${two.number}`)).toContain('Too little to match: please add to ')
    }
    expect(await shown(world.owner, `/workspace/needs/${english.number}`)).toContain('候选的资料都是中文')
    expect(await shown(world.owner, `/en/workspace/needs/${english.number}`)).toContain('Candidates are described in Chinese')
  })

  it('say it of a scenario as well', async () => {
    await computeMatches('scenario', world.scenario.id, { tell: true, now })
    const text = await shown(world.reviewer, `/bureau/scenarios/${world.scenario.serial}`)
    expect(text).toContain('请补充场景名称、主要技术、一句话说明、场景说明')
    expect(await shown(world.publisher, `/workspace/scenarios/${world.scenario.serial}`)).toContain('请补充场景名称')
  })

  it('are right without any candidate at all', async () => {
    await db().person.updateMany({ data: { listed: false } })
    await fillCandidates()
    forgetPool()
    const empty = await publishedNeed(world.owner, world.reviewer.actor, { ...windowOf, title: '没有候选的一项需求' }, call)
    expect(await computeMatches('need', empty.id, { tell: true, now })).toBe(0)
    expect(await shown(world.owner, `/workspace/needs/${empty.number}`)).toContain('不足以匹配：没有候选与它有共同的内容，请补充关键词')
    const draft = await draftNeed(world.owner, { ...windowOf, title: '还是草稿的一项需求' }, call)
    expect(await shown(world.owner, `/workspace/needs/${draft.number}`)).not.toContain('不足以匹配')
  })
})
