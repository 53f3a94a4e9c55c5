import { z } from 'zod'
import { field } from '@/shared/form/fields.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { AreaField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { useWithdrawPaper } from '../api/papers.ts'
import type { Paper } from '../model/paper.ts'

const schema = z.object({ reason: field.text('撤回理由', { min: 2, max: 300, message: '请填写撤回理由，2 至 300 个字' }) })

export function WithdrawPaperDialog({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const withdraw = useWithdrawPaper()
  return (
    <FormDialog
      title={`撤回${paper.title}`}
      okText="撤回"
      isDanger
      schema={schema}
      initial={{ reason: '' }}
      intro={<p>{paper.no}：撤回后文号不再使用，核验页面显示“已撤回”，当事人查询时同样可见。</p>}
      onSubmit={async ({ reason }) => {
        await withdraw.mutateAsync({ id: paper.id, reason })
        showToast('success', `${paper.title}已撤回`)
        onClose()
      }}
      onClose={onClose}
    >
      <AreaField name="reason" rows={3} />
    </FormDialog>
  )
}
