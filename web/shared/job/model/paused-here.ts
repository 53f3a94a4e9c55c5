import { isExport, type Job } from './job.ts'

/** The export that was begun on this very page, narrowed as it is now, and has not got all its rows yet. */
export const pausedHere = (jobs: readonly Job[], { name, path }: { name: string; path: string }): Job | undefined =>
  jobs.find((job) => isExport(job) && job.state === 'running' && job.label === name && job.params.path === path)
