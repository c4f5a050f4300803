import { describe, expect, it } from 'vitest'
import { isMessageKey, locales, say, translator } from '.'
import { en } from './en'
import { zh } from './zh'

const chinese: Record<string, string> = zh
const english: Record<string, string> = en
const params = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

/** Names, terms and sample queries that stay Chinese in English texts, too: what a reader must recognise on paper or type. */
const mustStay = /永创汇|永川区?|揭榜挂帅|赛马制|包干制|中文|简体中文|元|万元|亿元|成交额|技术交易额|输出|吸纳|自动驾驶|环卫|机器视觉|焊缝/g

describe('the words', () => {
  it('have the same keys in every language', () => expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort()))

  it('have the same parts to fill in', () => {
    const different = Object.keys(chinese).filter((key) => [...new Set(params(chinese[key] ?? ''))].join() !== [...new Set(params(english[key] ?? ''))].join())
    expect(different.map((key) => `${key}: ${params(chinese[key] ?? '')} / ${params(english[key] ?? '')}`)).toEqual([])
  })

  it('are nowhere empty where the other language has some', () => {
    expect(Object.keys(chinese).filter((key) => (chinese[key] ?? '').trim() !== '' && (english[key] ?? '').trim() === '')).toEqual([])
  })

  it('are English in English, but for names and terms', () => {
    expect(Object.entries(english).filter(([, text]) => /[\p{Script=Han}，。；：？！（）]/u.test(text.replace(mustStay, ''))).map(([key, text]) => `${key}: ${text}`)).toEqual([])
  })

  it('have balanced braces, and never two for one', () => {
    for (const [key, text] of [...Object.entries(chinese), ...Object.entries(english)]) expect(text.replace(/\{\w+\}/g, ''), key).not.toMatch(/[{}]/)
  })

  it('never say 操作成功', () => expect(Object.entries(chinese).filter(([, text]) => /操作(成功|失败)/.test(text))).toEqual([]))
})

describe('the translator', () => {
  it('fills in parts as they are, escaping nothing and reading nothing in them', () => {
    const name = '<b>{name}</b> $t(ui.home) & Co.'
    expect(translator('zh-CN')('mail.greeting', { name })).toBe(`${name}，您好：`)
  })

  it('knows its keys', () => {
    expect(isMessageKey('mail.greeting')).toBe(true)
    for (const no of ['toString', '__proto__', 'nothing', '']) expect(isMessageKey(no)).toBe(false)
  })

  it.each(locales)('speaks %s', (locale) => expect(say(translator(locale), { key: 'mail.greeting', params: { name: 'Li' } })).toContain('Li'))
})
