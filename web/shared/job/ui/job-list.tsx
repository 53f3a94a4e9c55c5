import { useQueryClient, useMutation } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { Link } from 'react-router'
import { formatDateTime } from '../../format/date.ts'
import { cancelJob, downloadJob, refreshJobs, useDeleteJob } from '../api/jobs.ts'
import { useExportStore } from '../api/export-store.ts'
import { isActive, percentOf, progressWord, standingOf, type Job } from '../model/job.ts'

/** One's own long work of a week: how far, and what can be done about it. */
export function JobList({ jobs, onLeave }: { jobs: readonly Job[]; onLeave: () => void }) {
  const { running, tryAgain } = useExportStore()
  if (jobs.length === 0) return <p className="muted">没有任务。导出大量数据等费时的工作会列在这里。</p>
  const handleContinue = (id: string) => {
    tryAgain(id)
    onLeave()
  }
  return (
    <ul className="jobs">
      {jobs.map((job) => (
        <JobRow key={job.id} job={job} isRunningHere={running.has(job.id)} onContinue={handleContinue} />
      ))}
    </ul>
  )
}

function JobRow({ job, isRunningHere, onContinue }: { job: Job; isRunningHere: boolean; onContinue: (id: string) => void }) {
  const client = useQueryClient()
  const standing = standingOf(job, isRunningHere)
  const cancel = useMutation({ mutationFn: cancelJob, onSettled: () => refreshJobs(client) })
  const download = useMutation({ mutationFn: downloadJob })
  const remove = useDeleteJob()
  const percent = percentOf(job)
  return (
    <li>
      <div className="job-head">
        <strong title={job.params.filter || undefined}>{job.label}</strong>
        <small className="muted">{formatDateTime(job.created_at)}</small>
      </div>
      {isActive(job) && (
        <Progress
          percent={percent ?? 0}
          size="small"
          showInfo={percent !== undefined}
          status={standing === 'active' ? 'active' : 'normal'}
          aria-label={`${job.label}的进度`}
        />
      )}
      <div className="job-foot">
        <span className={standing === 'failed' ? 'job-failed' : 'muted'}>{progressWord(job, standing)}</span>
        <span className="job-acts">
          {standing === 'paused' && job.params.path !== undefined && (
            <Link to={job.params.path} onClick={() => onContinue(job.id)}>
              继续
            </Link>
          )}
          {job.file_path !== null && (
            <Button type="link" size="small" loading={download.isPending} onClick={() => download.mutate(job)}>
              下载
            </Button>
          )}
          {isActive(job) ? (
            <Button type="link" size="small" loading={cancel.isPending} onClick={() => cancel.mutate(job.id)} aria-label={`取消 ${job.label}`}>
              取消
            </Button>
          ) : (
            <Button type="link" size="small" loading={remove.isPending} onClick={() => remove.mutate(job.id)} aria-label={`清除 ${job.label}`}>
              清除
            </Button>
          )}
        </span>
      </div>
    </li>
  )
}
