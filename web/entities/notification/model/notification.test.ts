import { expect, it } from 'vitest'
import { unreadOf, type Notification } from './notification.ts'

it('counts what has not been opened', () => {
  const one: Notification = {
    id: 1,
    item_id: 'x',
    kind: 'complaint',
    code: 'urged',
    title: '催办',
    body: '',
    created_at: '',
    is_personal: false,
    is_read: false,
  }
  expect(unreadOf([one, { ...one, id: 2, is_read: true }])).toEqual([one])
})
