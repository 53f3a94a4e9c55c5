import { expect, it } from 'vitest'
import { choiceRows, messageSettingsSchema, phoneCodeSchema, phoneSchema, withChoice } from './message-settings.ts'

it('offers a short message only to who has a phone', () => {
  const off = (phone: string | null) => choiceRows({ phone }).flatMap(({ choices }) => choices.filter((one) => one.isOff).map((one) => one.value))
  expect(off(null)).toEqual(['reminded:sms', 'overdue:sms'])
  expect(off('138****5678')).toEqual([])
})

it('adds and takes out a choice', () => {
  expect(withChoice(['a'], 'b', true)).toEqual(['a', 'b'])
  expect(withChoice(['a'], 'a', true)).toEqual(['a'])
  expect(withChoice(['a', 'b'], 'a', false)).toEqual(['b'])
})

it('reads the settings, and says what is wrong with a phone and its code', () => {
  const settings = { email: 'l***@b.cn', phone: null, asked_phone: null, choices: [] }
  expect(messageSettingsSchema.parse(settings)).toEqual(settings)
  expect(phoneSchema.safeParse({ phone: '123' }).error?.issues[0]?.message).toBe('手机号应为 11 位数字，以 1 开头')
  expect(phoneCodeSchema.safeParse({ code: '12' }).error?.issues[0]?.message).toBe('验证码为 6 位数字，请按短信填写')
})
