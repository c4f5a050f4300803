import { describe, expect, test } from 'vitest'
import { barePath } from './paths'

describe('where a log-in leads', () => {
  test.each([
    ['/needs?page=2', '/needs?page=2'],
    ['/en/needs', '/needs'],
    ['/en', '/'],
    ['/energy', '/energy'],
    ['//evil.example', '/workspace'],
    ['/en//evil.example', '/workspace'],
    ['/\\evil.example', '/workspace'],
    ['https://evil.example', '/workspace'],
    ['javascript:alert(1)', '/workspace'],
    ['/a\nSet-Cookie: x', '/workspace'],
    ['/logout', '/workspace'],
    ['/login?to=/needs', '/workspace'],
    [null, '/workspace'],
    [['/needs'], '/workspace'],
  ])('%j → %s', (given, expected) => expect(barePath(given, '/workspace')).toBe(expected))
})
