import { Alert, Form, Input, InputNumber, Modal } from 'antd'
import { todayInShanghai } from '@/shared/format/date.ts'
import { textDraft } from '@/shared/hooks/text-draft.ts'
import { showToast } from '@/shared/ui/toast-store.ts'
import { usePublishVersion } from '../api/versions.ts'
import type { CodeEntry, CodeSet } from '../model/code-entry.ts'
import { readJsonDraft } from '../model/json-draft.ts'
import { EffectiveFields } from './effective-fields.tsx'
import { fieldProblem } from './field-problem.ts'

export type CodeDialogKind = 'add' | 'change' | 'end' | 'restore'

interface CodeDialogProps {
  kind: CodeDialogKind
  set: CodeSet
  /** Absent when one is added. */
  entry: CodeEntry | undefined
  onClose: () => void
}

interface Fields {
  code: string
  label: string
  sort: number
  effective_from: string
  reason: string
}

const words = { add: '新增编码', change: '修改', end: '停用', restore: '恢复' } as const
const dayHints = {
  add: '从这一天起可以选用。',
  change: '到这一天，名称在各处一并改变，包括以前的记录。',
  end: '从这一天起不能再选用；以前的记录仍显示原名称。',
  restore: '从这一天起可以重新选用。',
} as const

export function CodeDialog({ kind, set, entry, onClose }: CodeDialogProps) {
  const [form] = Form.useForm<Fields>()
  const draft = `code:${set.set_key}/${entry?.code ?? ''}:${kind}`
  const publish = usePublishVersion(({ from }) => {
    textDraft.write(draft, '')
    showToast('success', `已发布，${from} 起生效`)
    onClose()
  })
  const isNamed = kind === 'add' || kind === 'change'
  const initial = {
    code: entry?.code ?? '',
    label: entry?.body.label ?? '',
    sort: entry?.body.sort ?? set.codes + 1,
    effective_from: todayInShanghai(),
    reason: '',
    ...readJsonDraft(textDraft.read(draft)),
  }
  const { problemOf, general } = fieldProblem(publish.error, [
    'effective_from',
    'reason',
    ...(isNamed ? ['label', 'sort'] : []),
    ...(kind === 'add' ? ['code'] : []),
  ])
  const handleFinish = (fields: Fields) =>
    publish.mutate({
      kind: 'code',
      key: `${set.set_key}/${entry?.code ?? fields.code.trim()}`,
      body: {
        label: (isNamed ? fields.label : (entry?.body.label ?? '')).trim(),
        sort: isNamed ? fields.sort : (entry?.body.sort ?? 0),
        is_active: kind !== 'end',
      },
      from: fields.effective_from,
      reason: fields.reason,
    })
  return (
    <Modal
      open
      title={entry ? `${words[kind]}：${entry.body.label}` : `${words[kind]}：${set.label}`}
      okText="发布"
      okButtonProps={{ danger: kind === 'end' }}
      confirmLoading={publish.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {general && <Alert className="dialog-alert" type="error" showIcon role="alert" title={general} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onValuesChange={(_, all) => {
          publish.reset()
          textDraft.write(draft, JSON.stringify(all))
        }}
        onFinish={handleFinish}
        scrollToFirstError={{ focus: true }}
      >
        {kind === 'add' && (
          <Form.Item
            name="code"
            label="编码"
            extra="发布后不能更改"
            rules={[{ required: true, pattern: /^[a-z0-9_]{1,40}$/, message: '编码只能用小写字母、数字和下划线，最长 40 位' }]}
            {...problemOf('code')}
          >
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
        )}
        {isNamed && (
          <div className="form-row">
            <Form.Item
              className="form-wide"
              name="label"
              label="名称"
              rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
              {...problemOf('label')}
            >
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name="sort" label="顺序" rules={[{ required: true, message: '请填写顺序' }]} {...problemOf('sort')}>
              <InputNumber min={0} max={9999} precision={0} />
            </Form.Item>
          </div>
        )}
        <EffectiveFields problemOf={problemOf} dayHint={dayHints[kind]} />
      </Form>
    </Modal>
  )
}
