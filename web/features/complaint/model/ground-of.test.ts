import { expect, it } from 'vitest'
import { groundOf } from './ground-of.ts'

const grounds = [
  { set_key: 'complaint.refuse_ground', code: 'not_competent', label: '不属于本机关职责' },
  { set_key: 'tip.not_filed_ground', code: 'not_competent', label: '不属于本机关管辖' },
  { set_key: 'complaint.outcome', code: 'agreed', label: '达成调解协议' },
  { set_key: 'complaint.return_ground', code: 'other_line', label: '属其他部门职责' },
]

it.each([
  ['complaint', { ground: 'not_competent' }, '不属于本机关职责'],
  ['tip', { ground: 'not_competent' }, '不属于本机关管辖'],
  ['tip', { ground: 'other_line' }, '属其他部门职责'],
  ['complaint', { outcome: 'agreed' }, '达成调解协议'],
  ['complaint', {}, ''],
])('%s %o', (type, payload, label) => expect(groundOf(grounds, type, payload)).toBe(label))
it('waits silently for the list', () => expect(groundOf(undefined, 'tip', { ground: 'x' })).toBe(''))
