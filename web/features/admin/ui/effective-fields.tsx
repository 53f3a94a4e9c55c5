import { Form, Input } from 'antd'
import { todayInShanghai } from '@/shared/format/date.ts'

interface EffectiveFieldsProps {
  /** A refusal of the database that names one of the two. */
  problemOf?: (field: string) => { validateStatus: 'error'; help: string } | undefined
  dayHint?: string
}

/** From when, and why: every new version is asked both. */
export function EffectiveFields({ problemOf, dayHint }: EffectiveFieldsProps) {
  return (
    <>
      <Form.Item
        name="effective_from"
        label="生效日期"
        rules={[{ required: true, message: '请选择生效日期' }]}
        {...(dayHint ? { extra: dayHint } : {})}
        {...problemOf?.('effective_from')}
      >
        <Input type="date" min={todayInShanghai()} />
      </Form.Item>
      <Form.Item
        name="reason"
        label="调整理由"
        rules={[{ required: true, whitespace: true, min: 2, message: '请填写调整理由，至少 2 个字' }]}
        {...problemOf?.('reason')}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} placeholder="文件名称、文号或批准情况" />
      </Form.Item>
    </>
  )
}
