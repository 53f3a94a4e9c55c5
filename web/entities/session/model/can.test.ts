import { expect, it } from 'vitest'
import { makeSession } from '@/testing/make-session.ts'
import { can } from './can.ts'

it('fails closed without a session', () => expect(can(null, 'work.read')).toBe(false))
it('opens what needs no permission', () => expect(can(null, undefined)).toBe(true))
it('looks at the list', () => {
  const session = makeSession({ permissions: ['work.read'] })
  expect([can(session, 'work.read'), can(session, 'officer.read')]).toEqual([true, false])
})
