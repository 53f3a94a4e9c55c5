import { expect, it } from 'vitest'
import { changeWords } from './officer-change.ts'

it('names the role where the change is about one', () => {
  expect(changeWords('grant', '审计管理员')).toBe('授予“审计管理员”')
  expect(changeWords('revoke', '系统管理员')).toBe('收回“系统管理员”')
  expect(changeWords('disable', null)).toBe('停用账号')
  expect(changeWords('reset_factor', undefined)).toBe('重置二次验证')
})
