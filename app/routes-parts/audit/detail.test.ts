import { expect, it } from 'vitest'
import { detailLines } from './detail'

it.each([
  ['', []],
  ['{}', []],
  ['{"reason":"已离职","note":null}', [{ name: 'reason', from: null, to: '已离职' }]],
  ['{"phone":{"from":"1","to":"2"}}', [{ name: 'phone', from: '1', to: '2' }]],
  ['{"changed":["title","body"]}', [{ name: 'changed', from: null, to: 'title、body' }]],
  ['{"was":{"value":"5000","measure":"count"},"now":{"value":"6000","measure":"count"},"reason":"调整"}', [{ name: 'value', from: '5000', to: '6000' }, { name: 'reason', from: null, to: '调整' }]],
  ['{"was":"a","now":"b"}', [{ name: 'was', from: null, to: 'a' }, { name: 'now', from: null, to: 'b' }]],
  ['[1]', []],
])('%s', (detail, lines) => expect(detailLines(detail)).toEqual(lines))
