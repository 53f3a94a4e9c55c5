import { z } from 'zod'

export const systemStatusSchema = z.object({
  outbox_pending: z.number(),
  outbox_oldest: z.string().nullable(),
  outbox_dead: z.number(),
  recomputing: z.number(),
  provisional: z.number(),
  last_seal: z.string().nullable(),
})
export type SystemStatus = z.infer<typeof systemStatusSchema>

export const jobSchema = z.object({
  name: z.string(),
  schedule: z.string(),
  status: z.string().nullable(),
  started_at: z.string().nullable(),
  message: z.string().nullable(),
  failed_today: z.number(),
})
export type Job = z.infer<typeof jobSchema>

export const sweepFailureSchema = z.object({
  id: z.number(),
  job: z.string(),
  item_id: z.string().nullable(),
  item_no: z.string().nullable(),
  error: z.string(),
  at: z.string(),
})
export type SweepFailure = z.infer<typeof sweepFailureSchema>

export const deadLetterSchema = z.object({
  id: z.number(),
  consumer: z.string(),
  topic: z.string(),
  key: z.string(),
  item_no: z.string().nullable(),
  attempts: z.number(),
  last_error: z.string().nullable(),
  created_at: z.string(),
})
export type DeadLetter = z.infer<typeof deadLetterSchema>

const jobLabels: Record<string, string> = {
  'work-sweep': '时限巡检与预警',
  'outbox-dispatch': '事件投递',
  'audit-seal': '审计日志封存',
  housekeeping: '日常清理',
  'job-step': '后台任务',
  'export-dead': '导出失败检查',
  'message-release': '免打扰暂存的消息',
  'definition-apply': '参数和编码按日生效',
}
const choreLabels: Record<string, string> = {
  sweep: '时限巡检',
  housekeeping: '日常清理',
  'job housekeeping': '日常清理',
  definition: '参数和编码按日生效',
}
/** What failed: the item, or the chore that has none. */
export const failureWord = ({ job, item_no, item_id }: SweepFailure) => item_no ?? item_id ?? choreLabels[job] ?? job

/** Which of them an administrator may run by hand, as a job that shows its progress. */
export const isRunByHand = (name: string) => name === 'housekeeping'

export const jobLabel = (name: string) => jobLabels[name] ?? name

const consumerLabels: Record<string, string> = { 'route-complaint': '投诉举报自动分派', 'send-message': '消息发送', 'make-export': '导出文件生成' }
export const consumerLabel = (name: string) => consumerLabels[name] ?? name

const cronWords: Record<string, string> = { '17 3 * * *': '每日 3:17', '* * * * *': '每分钟' }
export function scheduleWord(schedule: string): string {
  const seconds = /^(\d+) seconds?$/.exec(schedule)?.[1]
  return seconds ? `每 ${seconds} 秒` : (cronWords[schedule] ?? schedule)
}

export interface Findings {
  status: SystemStatus
  jobs: readonly Job[]
  failures: readonly SweepFailure[]
}

/** What somebody should look at, in words; nothing when all is well. */
export function warningsOf({ status, jobs, failures }: Findings, now: number): string[] {
  const waited = status.outbox_oldest ? Math.floor((now - Date.parse(status.outbox_oldest)) / 60_000) : 0
  return [
    ...jobs.filter((job) => job.status === 'failed').map((job) => `“${jobLabel(job.name)}”最近一次运行失败：${job.message ?? '原因未记录'}`),
    ...(status.outbox_dead > 0 ? [`${status.outbox_dead} 个事件多次投递未成功，请查明原因后重新投递`] : []),
    ...(waited >= 5 ? [`有事件已等待投递 ${waited} 分钟`] : []),
    ...(failures.length > 0 ? [`近 7 天有 ${failures.length} 次时限巡检未能处理单个事项`] : []),
  ]
}
