import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { TextField } from '@/shared/ui/form-field.tsx'
import { Panel } from '@/shared/ui/panel.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { useAskPhone, useConfirmPhone, useDropPhone } from '../api/message-settings.ts'
import { phoneCodeSchema, phoneSchema, type MessageSettings } from '../model/message-settings.ts'

/** 手机号: one's own only after the code that came to it; until then the one before goes on. */
export function PhonePanel({ settings: { phone, asked_phone: asked } }: { settings: MessageSettings }) {
  const [opened, setOpened] = useState<'ask' | 'confirm' | null>(null)
  const ask = useAskPhone()
  const confirm = useConfirmPhone()
  const drop = useDropPhone()
  const close = () => setOpened(null)
  return (
    <Panel title="手机号">
      <p>{phone === null ? '还没有绑定手机号' : `已绑定 ${phone}`}</p>
      {asked && <p className="muted">验证码已发往 {asked}，10 分钟内有效</p>}
      <p className="security-acts">
        {asked && (
          <Button type="primary" onClick={() => setOpened('confirm')}>
            填写验证码
          </Button>
        )}
        <Button onClick={() => setOpened('ask')}>{phone === null && !asked ? '绑定手机号' : '更换手机号'}</Button>
        {phone !== null && (
          <Popconfirm title="解除绑定？" description="短信提醒同时取消。" okText="解除" onConfirm={() => drop.mutateAsync(undefined).catch(() => {})}>
            <Button danger loading={drop.isPending}>
              解除绑定
            </Button>
          </Popconfirm>
        )}
      </p>
      {opened === 'ask' && (
        <FormDialog
          title="绑定手机号"
          okText="获取验证码"
          schema={phoneSchema}
          onSubmit={async (form) => {
            await ask.mutateAsync(form.phone)
            setOpened('confirm')
          }}
          onClose={close}
        >
          <TextField name="phone" />
        </FormDialog>
      )}
      {opened === 'confirm' && (
        <FormDialog
          title="填写短信验证码"
          okText="绑定"
          schema={phoneCodeSchema}
          onSubmit={async (form) => {
            await confirm.mutateAsync(form.code)
            showToast('success', '手机号已绑定')
            close()
          }}
          onClose={close}
        >
          <TextField name="code" />
        </FormDialog>
      )}
    </Panel>
  )
}
