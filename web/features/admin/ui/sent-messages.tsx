import { Button, Table } from 'antd'
import { formatDateTime } from '@/shared/format/date.ts'
import { ScrollBox } from '@/shared/ui/scroll-box.tsx'
import { useRetryMessage } from '../api/messages.ts'
import { channelLabel, messageStandingLabels, type SentMessage } from '../model/sent-message.ts'

export function SentMessages({ rows }: { rows: readonly SentMessage[] }) {
  const retry = useRetryMessage()
  return (
    <ScrollBox label="发送记录">
      <Table<SentMessage>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={[...rows]}
        // On a phone the first are seen: when, and whether it arrived.
        columns={[
          { title: '生成时间', dataIndex: 'created_at', width: 145, render: formatDateTime },
          {
            title: '状态',
            key: 'standing',
            width: 100,
            render: (_, { standing }) => <span className={`delivery-${standing}`}>{messageStandingLabels[standing]}</span>,
          },
          { title: '发给', dataIndex: 'shown', width: 170 },
          { title: '渠道', dataIndex: 'channel', width: 60, render: channelLabel },
          { title: '模板', dataIndex: 'template_label', width: 170 },
          {
            title: '原因或发出时间',
            key: 'outcome',
            width: 200,
            render: (_, { error, sent_at, attempts, standing }) =>
              sent_at
                ? formatDateTime(sent_at)
                : error
                  ? `${error}${attempts > 0 ? `（第 ${attempts} 次）` : ''}`
                  : standing === 'held'
                    ? '免打扰时段结束后发出'
                    : '',
          },
          {
            title: '操作',
            key: 'act',
            width: 70,
            render: (_, { id, standing, shown }) =>
              standing === 'failed' && (
                <Button
                  size="small"
                  type="link"
                  aria-label={`重发给 ${shown}`}
                  loading={retry.isPending && retry.variables === id}
                  onClick={() => retry.mutate(id)}
                >
                  重发
                </Button>
              ),
          },
        ]}
      />
    </ScrollBox>
  )
}
