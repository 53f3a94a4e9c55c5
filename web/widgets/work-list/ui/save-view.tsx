import { Alert, Checkbox, Form, Input, Modal } from 'antd'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { showToast } from '@/shared/ui/toast-store.ts'
import { useViewActs, type SavedView } from '../api/views.ts'

interface SaveViewProps {
  list: string
  query: string
  filterText: string
  saved: readonly SavedView[]
  onClose: () => void
}

export function SaveView({ list, query, filterText, saved, onClose }: SaveViewProps) {
  const [form] = Form.useForm<{ name: string; isDefault: boolean }>()
  const name = Form.useWatch('name', form)?.trim()
  const { save } = useViewActs(list)
  const isTaken = saved.some((view) => view.name === name)
  return (
    <Modal
      open
      title="保存当前筛选"
      okText={isTaken ? '覆盖保存' : '保存'}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {save.error && <Alert className="dialog-alert" type="error" showIcon role="alert" title={toAppError(save.error).message} />}
      <p className="muted">筛选条件：{filterText || '全部'}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: '', isDefault: false }}
        scrollToFirstError={{ focus: true }}
        onFinish={({ name: given, isDefault }) =>
          save.mutate(
            { name: given.trim(), query, isDefault },
            {
              onSuccess: () => {
                showToast('success', `已保存常用筛选“${given.trim()}”`)
                onClose()
              },
            },
          )
        }
      >
        <Form.Item
          name="name"
          label="名称"
          rules={[{ required: true, whitespace: true, message: '请填写名称，最多 20 个字' }]}
          extra={isTaken ? '已有同名的常用筛选，保存后将被覆盖' : undefined}
        >
          <Input maxLength={20} showCount />
        </Form.Item>
        <Form.Item name="isDefault" valuePropName="checked">
          <Checkbox>打开本列表时默认使用</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  )
}
