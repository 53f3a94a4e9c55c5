import { CloudDownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Popover } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { jobsQuery } from '@/shared/job/api/jobs.ts'
import { isActive } from '@/shared/job/model/job.ts'

const JobList = lazy(async () => ({ default: (await import('@/shared/job/ui/job-list.tsx')).JobList }))

/** Long work stays in sight on every page; who has none is not told of it. */
export function JobTray() {
  const [isOpen, setOpen] = useState(false)
  const jobs = useQuery(jobsQuery).data ?? []
  const active = jobs.filter(isActive).length
  if (jobs.length === 0) return null
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title="任务"
      rootClassName="notices-popover"
      content={
        <Suspense fallback={<p role="status">正在加载</p>}>
          <JobList jobs={jobs} onLeave={() => setOpen(false)} />
        </Suspense>
      }
    >
      <Badge count={active} size="small" offset={[-2, 4]}>
        <Button type="text" icon={<CloudDownloadOutlined />} aria-label={active > 0 ? `任务，${active} 项进行中` : '任务'} />
      </Badge>
    </Popover>
  )
}
