import { Alert } from 'antd'
import { z } from 'zod'
import { useDropSecondFactor } from '@/entities/session/api/second-factor.ts'
import { field } from '@/shared/form/fields.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { TextField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'

const schema = z.object({
  code: field.text('动态码', { max: 6, pattern: /^\d{6}$/, message: '请填写验证器上显示的 6 位数字' }),
})

export function DropFactorDialog({ onClose }: { onClose: () => void }) {
  const drop = useDropSecondFactor()
  return (
    <FormDialog
      title="停用现在的验证器"
      okText="停用"
      isDanger
      schema={schema}
      onSubmit={async ({ code }) => {
        await drop.mutateAsync(code)
        showToast('success', '已停用二次验证；更换手机的，请在新手机上重新开启')
        onClose()
      }}
      intro={
        <Alert
          className="dialog-alert"
          type="warning"
          showIcon
          title="停用后，须二次验证的事不能办理，直到重新开启。更换手机：先在这里停用，再用新手机开启。"
        />
      }
      onClose={onClose}
    >
      <TextField name="code" />
    </FormDialog>
  )
}
