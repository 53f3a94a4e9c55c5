import { Form } from 'antd'
import { z } from 'zod'
import { field } from '@/shared/form/fields.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { FlagField, TextField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { useViewActs, type SavedView } from '../api/views.ts'

interface SaveViewProps {
  list: string
  query: string
  filterText: string
  saved: readonly SavedView[]
  onClose: () => void
}

const schema = z.object({
  name: field.text('名称', { max: 20, message: '请填写名称，最多 20 个字' }),
  isDefault: field.flag('打开本列表时默认使用'),
})

export function SaveView({ list, query, filterText, saved, onClose }: SaveViewProps) {
  const [form] = Form.useForm()
  const name = (Form.useWatch('name', form) as string | undefined)?.trim()
  const { save } = useViewActs(list)
  const isTaken = saved.some((view) => view.name === name)
  const handleSubmit = async (view: z.infer<typeof schema>) => {
    await save.mutateAsync({ ...view, query })
    showToast('success', `已保存常用筛选“${view.name}”`)
    onClose()
  }
  return (
    <FormDialog
      title="保存当前筛选"
      okText={isTaken ? '覆盖保存' : '保存'}
      form={form}
      schema={schema}
      draft={`view:${list}`}
      onSubmit={handleSubmit}
      intro={<p className="muted">筛选条件：{filterText || '全部'}</p>}
      onClose={onClose}
    >
      <TextField name="name" showCount hint={isTaken ? '已有同名的常用筛选，保存后将被覆盖' : undefined} />
      <FlagField name="isDefault" />
    </FormDialog>
  )
}
