import { Button, Table } from 'antd'
import { ScrollBox } from '@/shared/ui/scroll-box.tsx'
import type { MessageDay, MessageFilter } from '../model/sent-message.ts'

interface MessageDaysProps {
  days: readonly MessageDay[]
  onChoose: (filter: MessageFilter) => void
}

/** By day; what went wrong leads to its rows. */
export function MessageDays({ days, onChoose }: MessageDaysProps) {
  return (
    <ScrollBox label="每日发送数" isSlim>
      <Table<MessageDay>
        size="small"
        rowKey="day"
        pagination={false}
        dataSource={[...days]}
        columns={[
          { title: '日期', dataIndex: 'day', width: 100 },
          { title: '已发', dataIndex: 'sent', width: 56, align: 'right' },
          { title: '待发（含暂存）', dataIndex: 'waiting', width: 72, align: 'right' },
          {
            title: '未送达',
            dataIndex: 'failed',
            width: 64,
            align: 'right',
            render: (failed: number, { day }) =>
              failed === 0 ? (
                0
              ) : (
                <Button
                  size="small"
                  type="link"
                  danger
                  aria-label={`${day} 未送达 ${failed} 条`}
                  onClick={() => onChoose({ day, standing: 'failed' })}
                >
                  {failed}
                </Button>
              ),
          },
          { title: '作废或过期', dataIndex: 'over', width: 72, align: 'right' },
        ]}
      />
    </ScrollBox>
  )
}
