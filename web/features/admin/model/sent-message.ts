import { z } from 'zod'

export const messageStandings = ['waiting', 'held', 'sent', 'failed', 'over'] as const
export type MessageStanding = (typeof messageStandings)[number]
export const messageStandingLabels: Record<MessageStanding, string> = {
  waiting: '待发',
  held: '免打扰暂存',
  sent: '已发',
  failed: '未送达',
  over: '作废或过期',
}

const channelLabels: Record<string, string> = { sms: '短信', email: '邮件' }
export const channelLabel = (channel: string) => channelLabels[channel] ?? channel

export const sentMessageSchema = z.object({
  id: z.string(),
  channel: z.string(),
  template_label: z.string(),
  shown: z.string(),
  standing: z.enum(messageStandings),
  error: z.string().nullable(),
  attempts: z.number(),
  created_at: z.string(),
  sent_at: z.string().nullable(),
})
export type SentMessage = z.infer<typeof sentMessageSchema>

export const messageDaySchema = z.object({ day: z.string(), sent: z.number(), waiting: z.number(), failed: z.number(), over: z.number() })
export type MessageDay = z.infer<typeof messageDaySchema>

const schema = z.object({
  standing: z.enum([...messageStandings, '']).catch(''),
  day: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?$/)
    .catch(''),
})
export type MessageFilter = z.infer<typeof schema>
const defaults: MessageFilter = { standing: '', day: '' }
export const messageSearch = { defaults, parse: (raw: Record<string, string>): MessageFilter => schema.parse({ ...defaults, ...raw }) }
