import { describe, expect, it } from 'vitest'
import { fieldsToAddTo, lacksChinese } from './advice'

const need = (texts: Partial<Record<'title' | 'keywords' | 'problem' | 'indicators' | 'goal', string>>) => Object.entries({ title: '', keywords: '', problem: '', indicators: '', goal: '', ...texts }).map(([name, text]) => ({ name, text }))
const said = '夜间园区支路照度低于 1 lx，现有视觉方案对低矮障碍物的检出率只有八成。'

describe('what to add to a text that found nobody', () => {
  it('names every field that is empty or hardly says anything, by what the form calls it', () => {
    expect(fieldsToAddTo('need', need({ title: '茶叶' }))).toEqual(['need.field.title', 'need.field.keywords', 'need.field.problem', 'need.field.indicators', 'need.field.goal'])
    expect(fieldsToAddTo('need', need({ title: '低照度障碍物识别', problem: said, goal: said }))).toEqual(['need.field.keywords', 'need.field.indicators'])
    expect(fieldsToAddTo('scenario', [{ name: 'title', text: '低照度障碍物识别' }, { name: 'keywords', text: '' }, { name: 'summary', text: said }, { name: 'body', text: '略' }])).toEqual(['scenario.field.technologies', 'scenario.field.body'])
  })

  it('takes figures for no words', () => {
    expect(fieldsToAddTo('need', need({ title: '20261125001', problem: '1,234,567 / 89.5 %', keywords: '12、34', indicators: said, goal: said }))).toEqual(['need.field.title', 'need.field.keywords', 'need.field.problem'])
  })

  it('asks for keywords where every field says enough', () => {
    expect(fieldsToAddTo('need', need({ title: '低照度障碍物识别', keywords: '低照度、制动', problem: said, indicators: said, goal: said }))).toEqual(['need.field.keywords'])
  })

  it('sees a text without Chinese', () => {
    expect([lacksChinese(need({ title: 'Low-light obstacle detection', problem: '0.5 lx' })), lacksChinese(need({ title: 'AI 质检' }))]).toEqual([true, false])
  })
})
