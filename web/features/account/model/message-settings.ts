import { z } from 'zod'
import { field } from '@/shared/form/fields.ts'

export const messageSettingsSchema = z.object({
  email: z.string().nullable(),
  phone: z.string().nullable(),
  asked_phone: z.string().nullable(),
  choices: z.array(z.string()),
})
export type MessageSettings = z.infer<typeof messageSettingsSchema>

const codes = [
  { code: 'reminded', label: '承办的事项期限将至' },
  { code: 'overdue', label: '承办的事项已超过期限' },
] as const
const channels = [
  { channel: 'email', label: '邮件' },
  { channel: 'sms', label: '短信' },
] as const

/** What there is to choose, line by line; a short message only with a phone. */
export const choiceRows = ({ phone }: Pick<MessageSettings, 'phone'>) =>
  codes.map(({ code, label }) => ({
    label,
    choices: channels.map((one) => ({ value: `${code}:${one.channel}`, label: one.label, isOff: one.channel === 'sms' && phone === null })),
  }))

export const withChoice = (choices: readonly string[], value: string, isChosen: boolean) =>
  isChosen ? [...new Set([...choices, value])] : choices.filter((one) => one !== value)

export const phoneSchema = z.object({
  phone: field.text('手机号', { max: 11, pattern: /^1[3-9]\d{9}$/, message: '手机号应为 11 位数字，以 1 开头' }),
})
export const phoneCodeSchema = z.object({
  code: field.text('验证码', { max: 6, pattern: /^\d{6}$/, message: '验证码为 6 位数字，请按短信填写' }),
})
