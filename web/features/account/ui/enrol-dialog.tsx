import { useQuery } from '@tanstack/react-query'
import { Alert, QRCode, Spin } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import { z } from 'zod'
import { useConfirmEnrolment, useEnrol, useSecondFactorDone } from '@/entities/session/api/second-factor.ts'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { field } from '@/shared/form/fields.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { TextField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

const schema = z.object({
  code: field.text('动态码', { max: 6, pattern: /^\d{6}$/, message: '请填写验证器上显示的 6 位数字' }),
})

const inFours = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ')

export function EnrolDialog({ onClose }: { onClose: () => void }) {
  const site = useQuery(siteQuery).data
  const enrol = useEnrol(site?.short_name ?? '互联网＋监管')
  const confirm = useConfirmEnrolment()
  const done = useSecondFactorDone()
  const begin = useEffectEvent(() => enrol.mutate())
  useEffect(() => begin(), [])
  const problem = enrol.error && toAppError(enrol.error)
  const codes = confirm.data
  const handleClose = () => {
    onClose()
    if (!codes) return
    showToast('success', '已开启二次验证')
    void done()
  }
  return (
    <FormDialog
      title={codes ? '保存恢复码' : '开启二次验证'}
      okText="确认开启"
      isOkDisabled={!enrol.data}
      schema={schema}
      onSubmit={({ code }) => confirm.mutateAsync({ factorId: enrol.data?.factorId ?? '', code })}
      outcome={codes && { content: <RecoveryCodes codes={codes} />, okText: '我已保存' }}
      intro={
        <>
          {problem && <Alert className="dialog-alert" type="error" showIcon role="alert" title={problem.message} />}
          <ol className="enrol-steps">
            <li>在手机上安装任一种动态码验证器（支持 TOTP 标准，如各手机应用商店的“身份验证器”）。</li>
            <li>用它扫描下面的二维码，或手工输入密钥。</li>
            <li>输入它显示的 6 位数字。</li>
          </ol>
          <div className="enrol">
            {enrol.data ? (
              <>
                <QRCode value={enrol.data.uri} size={176} bordered={false} type="svg" aria-label="供验证器扫描的二维码" />
                <p>
                  <span className="muted">密钥（手工输入时用）</span>
                  <code>{inFours(enrol.data.secret)}</code>
                </p>
              </>
            ) : (
              !problem && <Spin description="正在生成二维码" />
            )}
          </div>
        </>
      }
      onClose={handleClose}
    >
      <TextField name="code" />
    </FormDialog>
  )
}
