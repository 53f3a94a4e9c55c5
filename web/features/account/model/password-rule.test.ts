import { expect, it } from 'vitest'
import { passwordProblem } from './password-rule.ts'

it.each([
  ['Abc12345', '密码至少 10 位'],
  ['abcdefghij', '密码须含大写字母、小写字母和数字'],
  ['abcdefg#123', '密码须含大写字母、小写字母和数字'],
  ['Zhangsan-2026', '密码不得包含邮箱用户名'],
  ['Hefei#yaohai9', null],
])('%s', (password, problem) => expect(passwordProblem(password, 'zhangsan@example.gov.cn')).toBe(problem))
