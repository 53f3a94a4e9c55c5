import { expect, it } from 'vitest'
import { rolesOf } from './officer.ts'

it('names the roles that somebody holds', () => {
  const grants = ['handler', 'lead'].map((role_code) => ({ role_code, expires_at: null }))
  expect(
    rolesOf(
      { officer_role_grants: grants },
      new Map([
        ['handler', '经办人'],
        ['lead', '单位负责人'],
      ]),
    ),
  ).toBe('经办人、单位负责人')
  expect(rolesOf({ officer_role_grants: [] }, new Map())).toBe('')
})
