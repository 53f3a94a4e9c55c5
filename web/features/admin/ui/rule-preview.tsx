import type { UseQueryResult } from '@tanstack/react-query'
import { Alert, Spin, Table } from 'antd'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { ScrollBox } from '@/shared/ui/scroll-box.tsx'
import { shiftWord, type PreviewItem, type RulePreview as Preview } from '../model/rule-preview.ts'

interface RulePreviewProps {
  query: UseQueryResult<Preview>
  from: string
  /** The form is not complete yet. */
  isWaiting: boolean
}

export function RulePreview({ query, from, isWaiting }: RulePreviewProps) {
  if (isWaiting) return <p className="muted">填写完整后显示对在办事项的影响。</p>
  if (query.isError) {
    const { field, message } = toAppError(query.error)
    return field ? <p className="muted">请先改正以上内容。</p> : <Alert type="error" showIcon title={message} />
  }
  if (!query.data) return <Spin size="small" />
  const { counts, startDueOn, startDueOnNow, items } = query.data
  const open = counts.running + counts.suspended
  return (
    <section className="rule-preview" aria-label="影响预览" aria-busy={query.isFetching}>
      <p role="status">
        {from} 起开始计时的，当日起算到 <strong>{startDueOn}</strong>
        {startDueOnNow && `（按原规定到 ${startDueOnNow}）`}。
        {open === 0 ? '目前没有按此规则计时的在办事项。' : `目前 ${open} 件在办事项正按此规则计时，期限不变。`}
      </p>
      {open > 0 && (
        <p className="muted">
          假如改按新规定：{counts.compared < counts.running && `先到期的 ${counts.compared} 件中，`}
          {counts.earlier} 件提前，{counts.later} 件推后，{counts.same} 件不变
          {counts.suspended > 0 && `；另有 ${counts.suspended} 件中止，不作比较`}。
        </p>
      )}
      {items.length > 0 && (
        <ScrollBox label="在办事项期限对照">
          <Table<PreviewItem>
            size="small"
            rowKey="no"
            pagination={false}
            scroll={{ x: 520 }}
            dataSource={items}
            columns={[
              { title: '编号', dataIndex: 'no', width: 170 },
              { title: '起算日', dataIndex: 'started_on', width: 105 },
              { title: '到期日', dataIndex: 'due_on', width: 105 },
              { title: '若按新规定', dataIndex: 'new_due_on', width: 105 },
              { title: '相差', key: 'shift', width: 90, render: (_, item) => shiftWord(item) },
            ]}
          />
        </ScrollBox>
      )}
      {items.length > 0 && <p className="muted">系统管理员不能查看事项内容，这里只列编号和日期，最多 20 件。</p>}
    </section>
  )
}
