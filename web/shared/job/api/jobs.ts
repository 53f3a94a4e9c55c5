import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { toAppError } from '../../errors/to-app-error.ts'
import { saveFile } from '../../format/save-file.ts'
import { randomId } from '../../hooks/random-id.ts'
import { supabase } from '../../supabase/client.ts'
import { rowsOf } from '../../supabase/rows.ts'
import { isActive, jobColumns, jobSchema, type Job } from '../model/job.ts'

const everyTwoSeconds = 2_000

/** One's own of a week, while something goes on asked for again and again. */
export const jobsQuery = queryOptions<Job[]>({
  queryKey: ['job'],
  refetchInterval: ({ state: { data } }) => (data?.some(isActive) ? everyTwoSeconds : false),
  queryFn: async ({ signal }) =>
    rowsOf(await supabase.from('jobs').select(jobColumns).order('created_at', { ascending: false }).limit(20).abortSignal(signal), jobSchema),
})

export const refreshJobs = (client: QueryClient) => client.invalidateQueries({ queryKey: jobsQuery.queryKey })

export async function readJob(id: string): Promise<Job | undefined> {
  return rowsOf(await supabase.from('jobs').select(jobColumns).eq('id', id), jobSchema)[0]
}

/** The file lies where only its owner may read it. */
export async function downloadJob({ file_name: name, file_path: path }: Pick<Job, 'file_name' | 'file_path'>): Promise<void> {
  const { data, error } = await supabase.storage.from('exports').download(path ?? '')
  if (error) throw toAppError(error)
  saveFile(name ?? '导出.xlsx', data, data.type)
}

export async function cancelJob(id: string): Promise<void> {
  const { error } = await supabase.rpc('cancel_job', { p_job: id })
  if (error) throw toAppError(error)
}

export function useDeleteJob() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => {
      const { error } = await supabase.rpc('delete_job', { p_job: id })
      if (error) throw toAppError(error)
    },
    onSettled: () => refreshJobs(client),
  })
}

/** Work that the scheduler does, started by hand. */
export function useStartJob() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (kind: string) => {
      const { error } = await supabase.rpc('start_job', { p_key: randomId(), p_kind: kind })
      if (error) throw toAppError(error)
    },
    onSettled: () => refreshJobs(client),
  })
}
