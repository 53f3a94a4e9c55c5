import { Button, Table } from 'antd'
import { useStartJob } from '@/shared/job/api/jobs.ts'
import { showToast } from '@/shared/ui/toast-store.ts'
import { ScrollBox } from '@/shared/ui/scroll-box.tsx'
import { formatDateTime } from '@/shared/format/date.ts'
import { isRunByHand, jobLabel, scheduleWord, type Job } from '../model/system-status.ts'

const words: Record<string, string> = { succeeded: '成功', failed: '失败' }

export function JobTable({ jobs }: { jobs: readonly Job[] }) {
  return (
    <ScrollBox label="定时任务">
      <Table<Job>
        size="small"
        rowKey="name"
        pagination={false}
        dataSource={[...jobs]}
        locale={{ emptyText: '没有定时任务' }}
        // What is seen of it on a phone first: whether it went well.
        columns={[
          { title: '任务', dataIndex: 'name', width: 160, render: jobLabel },
          { title: '结果', dataIndex: 'status', width: 70, render: (status: string | null) => (status ? (words[status] ?? status) : '尚未运行') },
          { title: '24 小时内失败', dataIndex: 'failed_today', width: 110, align: 'right' },
          { title: '最近运行', dataIndex: 'started_at', width: 150, render: formatDateTime },
          { title: '周期', dataIndex: 'schedule', width: 100, render: scheduleWord },
          { title: '', key: 'run', width: 90, render: (_, { name }) => isRunByHand(name) && <RunButton name={name} /> },
        ]}
      />
    </ScrollBox>
  )
}

function RunButton({ name }: { name: string }) {
  const start = useStartJob()
  const handleClick = () => start.mutate(name, { onSuccess: () => showToast('success', `${jobLabel(name)}已开始，进度见右上角的“任务”`) })
  return (
    <Button size="small" type="link" loading={start.isPending} onClick={handleClick} aria-label={`立即执行 ${jobLabel(name)}`}>
      立即执行
    </Button>
  )
}
