import { Alert, Button, Form, Input } from 'antd'
import { useChangePassword } from '@/entities/session/api/change-password.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { Page } from '@/shared/ui/page.tsx'
import { Panel } from '@/shared/ui/panel.tsx'
import { passwordHint, passwordProblem } from '../model/password-rule.ts'

interface PasswordForm {
  current: string
  next: string
  again: string
}

export default function PasswordPage() {
  const [form] = Form.useForm<PasswordForm>()
  const change = useChangePassword()
  const problem = change.error ? toAppError(change.error) : null
  const handleFinish = ({ current, next }: PasswordForm) => change.mutate({ current, next }, { onSuccess: () => form.resetFields() })
  return (
    <Page title="修改密码">
      <Panel className="form-card">
        {change.isSuccess && <Alert className="dialog-alert" type="success" showIcon role="status" title="密码已修改，其他设备上的登录已退出。" />}
        {problem && <Alert className="dialog-alert" type="error" showIcon role="alert" title={problem.message} />}
        <Form form={form} layout="vertical" requiredMark={false} onFinish={handleFinish} scrollToFirstError={{ focus: true }}>
          <Form.Item name="current" label="原密码" rules={[{ required: true, message: '请填写原密码' }]}>
            <Input.Password visibilityToggle={false} autoComplete="current-password" />
          </Form.Item>
          <Form.Item
            name="next"
            label="新密码"
            extra={passwordHint}
            rules={[
              {
                validator: (_rule, value: string | undefined) => {
                  const weak = passwordProblem(value ?? '', '')
                  return weak ? Promise.reject(new Error(weak)) : Promise.resolve()
                },
              },
            ]}
          >
            <Input.Password visibilityToggle={false} autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="again"
            label="再次输入新密码"
            dependencies={['next']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_rule, value) =>
                  value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error('两次输入的密码不一致')),
              }),
            ]}
          >
            <Input.Password visibilityToggle={false} autoComplete="new-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            修改密码
          </Button>
        </Form>
      </Panel>
    </Page>
  )
}
