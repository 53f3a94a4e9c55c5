import { Button, Table } from 'antd'
import { ScrollBox } from '@/shared/ui/scroll-box.tsx'
import { formatDateTime } from '@/shared/format/date.ts'
import { useRedrive } from '../api/status.ts'
import { consumerLabel, type DeadLetter } from '../model/system-status.ts'

export function DeadLetters({ letters }: { letters: readonly DeadLetter[] }) {
  const redrive = useRedrive()
  return (
    <ScrollBox label="投递失败的事件">
      <Table<DeadLetter>
        size="small"
        rowKey="id"
        pagination={{ pageSize: 20, hideOnSinglePage: true, size: 'small' }}
        dataSource={[...letters]}
        locale={{ emptyText: '没有投递失败的事件' }}
        columns={[
          { title: '发生时间', dataIndex: 'created_at', width: 150, render: formatDateTime },
          { title: '接收方', dataIndex: 'consumer', width: 150, render: consumerLabel },
          { title: '事项', key: 'item', width: 180, render: (_, { item_no, key }) => item_no ?? key },
          { title: '次数', dataIndex: 'attempts', width: 60, align: 'right' },
          { title: '最后一次错误', dataIndex: 'last_error', ellipsis: true, render: (error: string | null) => error ?? '未记录' },
          {
            title: '操作',
            key: 'act',
            width: 100,
            render: (_, letter) => (
              <Button
                size="small"
                type="link"
                aria-label={`重新投递 ${letter.id}`}
                loading={redrive.isPending && redrive.variables === letter.id}
                onClick={() => redrive.mutate(letter.id)}
              >
                重新投递
              </Button>
            ),
          },
        ]}
      />
    </ScrollBox>
  )
}
