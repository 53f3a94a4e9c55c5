import { z } from 'zod'

export const jobSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  label: z.string(),
  state: z.enum(['running', 'finishing', 'done', 'failed', 'cancelled']),
  /** Null while nobody knows how much there is. */
  total: z.number().nullable(),
  done: z.number(),
  /** Where the next piece goes on; of an export also how many parts there are, and what its reader needs. */
  cursor: z.object({ parts: z.number().optional(), read: z.number().optional(), after: z.number().optional() }),
  /** Of an export: the page it is made on, and what its rows were narrowed to. */
  params: z.object({ path: z.string().optional(), filter: z.string().optional() }),
  file_name: z.string().nullable(),
  file_path: z.string().nullable(),
  file_bytes: z.number().nullable(),
  error: z.string().nullable(),
  created_at: z.string(),
  ended_at: z.string().nullable(),
})
export type Job = z.infer<typeof jobSchema>
export const jobColumns = Object.keys(jobSchema.shape).join(',')

export const isActive = ({ state }: Job) => state === 'running' || state === 'finishing'

/** What the owner's own browser works on stands still when nothing here does. */
export const isExport = ({ kind }: Job) => kind === 'export'

export type Standing = 'active' | 'paused' | 'done' | 'failed' | 'cancelled'

export function standingOf(job: Job, isRunningHere: boolean): Standing {
  if (job.state === 'running') return isExport(job) && !isRunningHere ? 'paused' : 'active'
  return job.state === 'finishing' ? 'active' : job.state
}

/** In words: how far it is, or how it ended. */
export function progressWord(job: Job, standing: Standing): string {
  const rows = isExport(job) ? ' 条' : ' 项'
  const done = `${job.done.toLocaleString('zh-CN')}${rows}`
  if (standing === 'cancelled') return job.error ?? '已取消'
  if (standing === 'failed') return job.error ?? '没有完成'
  if (standing === 'done') return job.file_bytes === null ? `已完成，${done}` : `已完成，${done}，${sizeWord(job.file_bytes)}`
  if (job.state === 'finishing') return `正在生成文件，共 ${done}`
  const progress = job.total === null ? `已完成 ${done}` : `${done}，共 ${job.total.toLocaleString('zh-CN')}${rows}`
  return standing === 'paused' ? `已暂停：${progress}` : progress
}

/** Nothing while nobody knows how much there is. */
export function percentOf({ state, total, done }: Job): number | undefined {
  if (state === 'finishing' || state === 'done') return 100
  return total ? Math.min(99, Math.floor((done / total) * 100)) : undefined
}

const sizeWord = (bytes: number) => (bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`)
