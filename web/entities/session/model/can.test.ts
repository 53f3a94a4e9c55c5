import { expect, it } from 'vitest'
import { makeSession } from '@/testing/make-session.ts'
import { can } from './can.ts'

it('fails closed without a session', () => expect(can(null, 'complaint.read')).toBe(false))
it('opens what needs no permission', () => expect(can(null, undefined)).toBe(true))
it('looks at the list', () => {
  const session = makeSession({ permissions: ['complaint.read'] })
  expect([can(session, 'complaint.read'), can(session, 'officer.read')]).toEqual([true, false])
})
it('is content with any one of several, and with none of none', () => {
  const session = makeSession({ permissions: ['complaint.read'] })
  expect([can(session, ['officer.read', 'complaint.read']), can(session, ['officer.read']), can(session, [])]).toEqual([true, false, false])
})
