import { useQuery } from '@tanstack/react-query'
import { Alert, Form, Input, Modal, Select } from 'antd'
import { can } from '@/entities/session/model/can.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { OrgSelect } from '@/entities/org/ui/org-select.tsx'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { useInviteOfficer, type InvitationForm } from '../api/invite-officer.ts'
import { rolesQuery } from '../api/list-officers.ts'
import { InvitationCard } from './invitation-card.tsx'

interface InviteDialogProps {
  orgId: string
  onClose: () => void
}

export function InviteDialog({ orgId, onClose }: InviteDialogProps) {
  const [form] = Form.useForm<InvitationForm>()
  const mayGrant = can(useSession(), 'officer.grant')
  const roles = useQuery(rolesQuery)
  const invite = useInviteOfficer()
  const handleFinish = (values: InvitationForm) =>
    invite.mutate(
      { ...values, roles: values.roles ?? [] },
      {
        onError: (error) => {
          const { field, message } = toAppError(error)
          if (field === 'email' || field === 'name' || field === 'roles') form.setFields([{ name: field, errors: [message] }])
        },
      },
    )
  const problem = invite.error ? toAppError(invite.error) : null
  return (
    <Modal
      open
      destroyOnHidden
      title="邀请人员"
      okText={invite.data ? '完成' : '生成邀请码'}
      cancelButtonProps={invite.data ? { style: { display: 'none' } } : {}}
      confirmLoading={invite.isPending}
      onOk={() => (invite.data ? onClose() : form.submit())}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {invite.data ? (
        <InvitationCard invitation={invite.data} email={invite.variables.email} />
      ) : (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ orgId, roles: [] }}
          onFinish={handleFinish}
          scrollToFirstError={{ focus: true }}
        >
          {problem && !problem.field && <Alert className="dialog-alert" type="error" showIcon role="alert" title={problem.message} />}
          <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}>
            <Input maxLength={50} />
          </Form.Item>
          <Form.Item name="email" label="邮箱" rules={[{ required: true, type: 'email', message: '请填写正确的邮箱' }]}>
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item name="title" label="职务（选填）">
            <Input maxLength={50} />
          </Form.Item>
          <Form.Item name="orgId" label="单位" rules={[{ required: true, message: '请选择单位' }]}>
            <OrgSelect />
          </Form.Item>
          {mayGrant ? (
            <Form.Item name="roles" label="角色" rules={[{ required: true, message: '请至少选择一个角色' }]}>
              <Select mode="multiple" loading={roles.isPending} options={roles.data?.map(({ code, name }) => ({ value: code, label: name })) ?? []} />
            </Form.Item>
          ) : (
            <p className="muted">账号开通后，由安全管理员授予角色。</p>
          )}
        </Form>
      )}
    </Modal>
  )
}
