import { z } from 'zod'
import { formatDateTime } from '@/shared/format/date.ts'

export const sealCheckSchema = z.object({
  checked: z.number(),
  row_count: z.number(),
  broken: z.array(z.number()),
  last_id: z.number().nullable(),
  last_at: z.string().nullable(),
})
export type SealCheck = z.infer<typeof sealCheckSchema>

/** What the check found, as a person says it. */
export function sealCheckText({ checked, row_count, broken, last_id, last_at }: SealCheck): string {
  if (last_id === null || last_at === null) return '尚未封存过日志。'
  const latest = `最近一次为第 ${last_id} 号（${formatDateTime(last_at)}）。`
  if (checked === 0) return `这段时间没有封存；${latest}`
  if (broken.length === 0) return `已核对 ${checked} 号封存、${row_count} 条日志，全部一致；${latest}`
  return `第 ${broken.slice(0, 10).join('、')} 号${broken.length > 10 ? `等共 ${broken.length} 号` : ''}封存与日志不一致，日志可能被改动。请保存现场并上报。${latest}`
}
