import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { z } from 'zod'
import { OrgSelect } from '@/entities/org/ui/org-select.tsx'
import { field } from '@/shared/form/fields.ts'
import { formatDateTime } from '@/shared/format/date.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { FormField, TextField } from '@/shared/ui/form-field.tsx'
import { useInviteOfficer } from '../api/invite-officer.ts'
import { rolesQuery } from '../api/list-officers.ts'

interface InviteDialogProps {
  orgId: string
  onClose: () => void
}

const schema = z.object({
  name: field.text('姓名', { max: 50 }),
  email: field.email('邮箱', 100),
  title: field.optionalText('职务', { max: 50 }),
  orgId: field.choice('单位'),
  roles: field.as(z.array(z.string()).default([]), { label: '建议角色', isOptional: true }),
})

/** Opens an account, and gives nothing with it: the roles are a proposal to the security administrator. */
export function InviteDialog({ orgId, onClose }: InviteDialogProps) {
  const roles = useQuery(rolesQuery)
  const invite = useInviteOfficer()
  const { data: invitation, variables } = invite
  return (
    <FormDialog
      title="邀请人员"
      okText="发送邀请"
      schema={schema}
      initial={{ orgId }}
      draft={`invite:${orgId}`}
      onSubmit={(values) => invite.mutateAsync(values)}
      fieldOf={(name) => (name === 'org_id' ? 'orgId' : name)}
      outcome={
        invitation && {
          okText: '完成',
          content: (
            <>
              <p>
                邀请已发往 <strong>{variables.email}</strong>，{formatDateTime(invitation.expires_at)} 前有效。
              </p>
              <p className="muted">邀请码只在该邮箱里，任何管理员都看不到。本人开通账号后，由安全管理员授予角色；发送情况见“未使用的邀请”。</p>
            </>
          ),
        }
      }
      onClose={onClose}
    >
      <TextField name="name" />
      <TextField name="email" />
      <TextField name="title" />
      <FormField name="orgId">
        <OrgSelect />
      </FormField>
      <FormField name="roles" hint="供安全管理员参考，本身不给任何权限。">
        <Select mode="multiple" loading={roles.isPending} options={roles.data?.map(({ code, name }) => ({ value: code, label: name })) ?? []} />
      </FormField>
    </FormDialog>
  )
}
