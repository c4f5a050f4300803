import { z } from 'zod'
import { notFound, stale, invalid } from '~/domain/kernel/errors'
import { command, query } from '~/domain/kernel/operation.server'
import { regionCodeOf } from './codes.server'
import { districtPolicy } from './policy'
import * as repo from './repo.server'
import { settingsInput } from './schema'

/** The settings as they are now, with their version. Amounts in 元 as text. */
export const readSettings = query({
  name: 'district.read_settings',
  input: z.object({}),
  policy: districtPolicy.readSettings,
  run: async (context) => {
    const row = await repo.findDistrict(context.tx)
    if (!row) throw notFound()
    const { id: _id, updatedAt, sampleData: _sample, secondReviewFrom, ...settings } = row
    return { ...settings, secondReviewFrom: secondReviewFrom.toFixed(2), updatedAt: updatedAt.toISOString() }
  },
})

/** What the assignment of suggestions follows: with another of these it is made again. */
const placing: ReadonlySet<string> = new Set(['matchesPerNeed', 'suggestionsPerCandidate', 'notifyFromScore'])

/** Changes the settings; the audit trail keeps each old and new value. Throws a conflict when they were changed meanwhile. */
export const changeSettings = command({
  name: 'district.change_settings',
  input: settingsInput,
  policy: districtPolicy.changeSettings,
  run: async (context, { version, ...input }) => {
    const before = await repo.findDistrict(context.tx)
    if (!before) throw notFound()
    if (input.answersDueDays > input.questionsCloseDays) throw invalid({ path: 'answersDueDays', message: { key: 'settings.answers_after_questions' } })
    const values = { ...input, regionCode: await regionCodeOf(input.regionCode, 'regionCode') }
    if (!(await repo.updateDistrict(context.tx, version, values))) throw stale(before.version)
    const changed = (Object.keys(values) as (keyof typeof values)[]).filter((name) => String(before[name]) !== String(values[name]))
    const detail = Object.fromEntries(changed.map((name) => [name, { from: String(before[name]), to: String(values[name]) }]))
    if (changed.some((name) => placing.has(name))) await context.enqueue('match.assign', {}, { key: 'match.assign' })
    await context.audit('district.change_settings', 'district', '1', detail)
    return { changed: changed.length }
  },
})
