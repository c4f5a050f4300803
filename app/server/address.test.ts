import { describe, expect, it } from 'vitest'
import { addressOf } from './address'

describe('an address', () => {
  it.each([
    ['/', 'zh-CN', '/', ''],
    ['/en', 'en', '/', ''],
    ['/en/needs?page=2', 'en', '/needs', '?page=2'],
    ['/energy?a=b?c', 'zh-CN', '/energy', '?a=b?c'],
    ['//evil.example/needs', 'zh-CN', '/evil.example/needs', ''],
    ['/en//evil.example', 'en', '/evil.example', ''],
    ['/en/\\\\evil.example', 'en', '/evil.example', ''],
    ['//', 'zh-CN', '/', ''],
    ['http://portal.example.com/needs?x=1', 'zh-CN', '/needs', '?x=1'],
    ['/needs/%E9%9C%80', 'zh-CN', '/needs/%E9%9C%80', ''],
    ['/needs/%E0%A4%A', 'zh-CN', '/needs/%25E0%25A4%25A', ''],
    ['/needs/100%', 'zh-CN', '/needs/100%25', ''],
    ['/search?q=%E0%A4%A', 'zh-CN', '/search', '?q=%E0%A4%A'],
  ])('%s', (asked, locale, path, search) => expect(addressOf(asked)).toEqual({ locale, path, search }))
})
