import { z } from 'zod'
import { field } from '@/shared/form/fields.ts'
import { effectiveShape } from './effective.ts'
import { channelLabel } from './sent-message.ts'

export const messageTemplateSchema = z.object({
  key: z.string(),
  label: z.string(),
  fields: z.array(z.object({ name: z.string(), label: z.string(), sample: z.string(), is_needed: z.boolean() })),
  is_urgent: z.boolean(),
  channels: z.array(z.enum(['sms', 'email'])),
  subject: z.string(),
  words: z.string(),
})
export type MessageTemplate = z.infer<typeof messageTemplateSchema>

const body = z.object({ subject: z.string(), text: z.string() })
export const readTemplateBody = (value: unknown) => body.parse(value)

/** What the dialog holds; what a template may and must name is checked by the database, which says so under the field. */
export const templateFormSchema = z.object({
  subject: field.text('邮件主题', { min: 2, max: 60 }),
  text: field.text('正文', { min: 4, max: 500 }),
  ...effectiveShape,
})
export type TemplateForm = z.infer<typeof templateFormSchema>

/** The words as they would arrive, with an example in every field; what is no field stays as it was written. */
export const withSamples = (words: string, { fields }: Pick<MessageTemplate, 'fields'>) =>
  words.replaceAll(/\{([a-z_]+)\}/g, (whole, name: string) => fields.find((one) => one.name === name)?.sample ?? whole)

const oneMessage = 70
/** A longer one is sent in parts, each of which gives up three characters to say which part it is. */
const onePart = 67

/** As how many short messages the gateway bills it. */
export function messageCount(words: string): number {
  const length = words.length
  return length <= oneMessage ? 1 : Math.ceil(length / onePart)
}

/** What is billed: mail is not. */
export const countWord = (words: string, { channels }: Pick<MessageTemplate, 'channels'>) =>
  channels.includes('sms') ? `${words.length} 字，${messageCount(words)} 条短信` : `${words.length} 字`

export const channelsWord = ({ channels }: Pick<MessageTemplate, 'channels'>) => channels.map(channelLabel).join('、')
