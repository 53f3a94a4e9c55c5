import { Table } from 'antd'
import { ScrollBox } from '@/shared/ui/scroll-box.tsx'
import { formatDateTime } from '@/shared/format/date.ts'
import { failureWord, type SweepFailure } from '../model/system-status.ts'

export function SweepFailures({ failures }: { failures: readonly SweepFailure[] }) {
  return (
    <ScrollBox label="时限巡检失败">
      <Table<SweepFailure>
        size="small"
        rowKey="id"
        pagination={{ pageSize: 20, hideOnSinglePage: true, size: 'small' }}
        dataSource={[...failures]}
        locale={{ emptyText: '近 7 天没有失败' }}
        columns={[
          { title: '时间', dataIndex: 'at', width: 150, render: formatDateTime },
          { title: '事项', key: 'item', width: 190, render: (_, failure) => failureWord(failure) },
          { title: '原因', dataIndex: 'error', ellipsis: true },
        ]}
      />
    </ScrollBox>
  )
}
