import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogue, jobNames, maxAttempts } from './catalogue'
import { lastRun } from '~/domain/saved-searches/rules'
import { crontab, handlers, taskList } from './worker'

const id = '01890a5d-ac96-774b-bcce-b302099a8057'

describe('the jobs', () => {
  it('have a handler and a number of tries each', () => {
    expect(Object.keys(handlers).sort()).toEqual([...jobNames].sort())
    expect(Object.keys(taskList).sort()).toEqual([...jobNames].sort())
    for (const name of jobNames) {
      expect(handlers[name]).toBeTypeOf('function')
      expect(maxAttempts[name]).toBeGreaterThan(1)
    }
  })

  it('have a file of their own for each handler, and no handler without a job', () => {
    expect(readdirSync(new URL('handlers', import.meta.url)).filter((file) => !file.includes('.test.')).length).toBe(jobNames.length)
  })

  it.each(jobNames)('%s carries ids alone and refuses anything else before it works', async (name) => {
    const shape = catalogue[name].shape as Record<string, unknown>
    for (const field of Object.keys(shape)) expect(field).toMatch(/^(kind|id|\w+Id)$/)
    const needsNothing = Object.keys(shape).length === 0
    for (const payload of needsNothing ? [null, 'text'] : [null, {}, { id: 'x' }, { id, kind: 'nonsense' }, { mailId: 5 }, 'text']) await expect(taskList[name]?.(payload)).rejects.toThrow()
  })

  it.each([
    ['daily', '0 0 * * *', '2026-11-25T00:00:00Z'],
    ['weekly', '0 0 * * 1', '2026-11-30T00:00:00Z'],
  ] as const)('send %s alerts by the clock at the hour that the rules name', (kind, match, moment) => {
    expect(crontab.filter(({ payload }) => payload?.kind === kind)).toMatchObject([{ task: 'alerts.send', match }])
    expect(lastRun(kind, new Date(moment))).toEqual(new Date(moment))
  })
})
