import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { formatDateTime } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { deadLettersQuery, statusQuery } from '../api/status.ts'
import { warningsOf } from '../model/system-status.ts'
import '../styles/admin.css'
import { DeadLetters } from '../ui/dead-letters.tsx'
import { JobTable } from '../ui/job-table.tsx'
import { StatusFacts } from '../ui/status-facts.tsx'
import { SweepFailures } from '../ui/sweep-failures.tsx'

export default function StatusPage() {
  const status = useQuery(statusQuery)
  const letters = useQuery(deadLettersQuery)
  const updated = formatDateTime(new Date(status.dataUpdatedAt).toISOString())
  return (
    <Page title="运行情况" subtitle={status.dataUpdatedAt > 0 ? `更新于 ${updated}，每 30 秒刷新` : '每 30 秒刷新'}>
      <AsyncView query={status}>
        {(data) => {
          const warnings = warningsOf(data, status.dataUpdatedAt)
          return (
            <>
              {warnings.length === 0 ? (
                <Alert type="success" showIcon title="运行正常" />
              ) : (
                warnings.map((text) => <Alert key={text} className="dialog-alert" type="warning" showIcon title={text} />)
              )}
              <StatusFacts status={data.status} />
              <h2 className="section-title">定时任务</h2>
              <JobTable jobs={data.jobs} />
              <h2 className="section-title">投递失败的事件</h2>
              <AsyncView query={letters}>{(rows) => <DeadLetters letters={rows} />}</AsyncView>
              <h2 className="section-title">时限巡检失败</h2>
              <SweepFailures failures={data.failures} />
            </>
          )
        }}
      </AsyncView>
    </Page>
  )
}
