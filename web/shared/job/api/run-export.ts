import type { QueryClient } from '@tanstack/react-query'
import { AppError } from '../../errors/app-error.ts'
import { toAppError } from '../../errors/to-app-error.ts'
import { randomId } from '../../hooks/random-id.ts'
import { supabase } from '../../supabase/client.ts'
import { showToast } from '../../ui/toast-store.ts'
import { jobSchema, type Job } from '../model/job.ts'
import { cellsOf, partsOf, type Cell } from '../model/parts.ts'
import { begin, end, isRunning, type ExportOrder, type ExportSource } from './export-store.ts'
import { downloadJob, readJob, refreshJobs } from './jobs.ts'

const pageSize = 1_000
const maxRows = 100_000
const tries = [1_000, 4_000, 10_000]
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A network that is away for some seconds ends nothing; what a rule says does. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const pause of tries) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'network') throw error
      await wait(pause)
    }
  }
  return work()
}

/**
 * Reads page after page with the officer's own session and hands each on; goes on where the job stands, so that a window
 * that was closed, a crash or a second window neither lose nor double a row. Ends with the download.
 */
export async function runExport<Row>(start: Job, source: ExportSource<Row>, client: QueryClient): Promise<void> {
  if (isRunning(start.id)) return
  begin(start.id)
  void refreshJobs(client)
  try {
    const gathered = await gather(start, source)
    await refreshJobs(client)
    const made = await untilMade(gathered.id)
    if (made?.state === 'done') {
      await downloadJob(made)
      const isCut = gathered.done >= maxRows
      showToast(
        isCut ? 'warning' : 'success',
        isCut ? `一个文件最多 ${maxRows.toLocaleString('zh-CN')} 行，其余请缩小范围后再导出` : `已导出 ${made.done.toLocaleString('zh-CN')} 条`,
      )
    } else if (made?.state === 'failed') showToast('error', made.error ?? '导出没有完成')
  } catch (error) {
    const { messageKey, message } = toAppError(error)
    // Cancelled here or in another window: nothing to tell.
    if (messageKey !== 'job.not_running') showToast('error', `导出已暂停：${message}`)
  } finally {
    end(start.id)
    void refreshJobs(client)
  }
}

const numberOf = (row: unknown) => (typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'number' ? row.id : undefined)

async function gather<Row>(start: Job, { columns, readPage }: ExportSource<Row>): Promise<Job> {
  let job = start
  while (job.state === 'running' && job.done < maxRows) {
    const from = job.cursor.read ?? job.done
    const limit = Math.min(pageSize, maxRows - job.done)
    const page = await patiently(() => readPage(from, limit, job.cursor.after))
    let read = from
    for (const part of partsOf(page.map((row) => cellsOf(columns, row)))) {
      read += part.length
      const cursor = { read, after: numberOf(page[read - from - 1]) }
      job = await patiently(() => addPart(job, part, cursor))
    }
    if (page.length < limit) break
  }
  return job.state === 'running' ? patiently(() => finish(job.id)) : job
}

/** The database's own answer is the job to go on with: another window may have been faster. */
async function addPart(job: Job, rows: Cell[][], cursor: object): Promise<Job> {
  const { data, error } = await supabase.rpc('add_export_part', { p_job: job.id, p_n: job.cursor.parts ?? 0, p_rows: rows, p_cursor: { ...cursor } })
  if (error) throw toAppError(error)
  return jobSchema.parse(data)
}

async function finish(id: string): Promise<Job> {
  const { data, error } = await supabase.rpc('finish_export', { p_job: id })
  if (error) throw toAppError(error)
  return jobSchema.parse(data)
}

async function untilMade(id: string): Promise<Job | undefined> {
  for (;;) {
    const job = await patiently(() => readJob(id))
    if (job?.state !== 'finishing') return job
    await wait(1_000)
  }
}

/** Opens the job on record and works on it, whatever page is looked at meanwhile. */
export async function startExport<Row>(order: ExportOrder<Row>, client: QueryClient): Promise<void> {
  const { name, filterText, path, total, ...source } = order
  const { data, error } = await supabase.rpc('start_export', {
    p_key: randomId(),
    p_list: name,
    p_filter: filterText,
    p_path: path,
    p_columns: source.columns.map(({ title }) => title),
    ...(total === undefined ? {} : { p_total: total }),
  })
  if (error) throw toAppError(error)
  void runExport(jobSchema.parse(data), source, client)
}
