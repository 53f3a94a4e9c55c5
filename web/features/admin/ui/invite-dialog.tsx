import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { z } from 'zod'
import { can } from '@/entities/session/model/can.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { OrgSelect } from '@/entities/org/ui/org-select.tsx'
import { field } from '@/shared/form/fields.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { FormField, TextField } from '@/shared/ui/form-field.tsx'
import { useInviteOfficer } from '../api/invite-officer.ts'
import { rolesQuery } from '../api/list-officers.ts'
import { InvitationCard } from './invitation-card.tsx'

interface InviteDialogProps {
  orgId: string
  onClose: () => void
}

const shape = {
  name: field.text('姓名', { max: 50 }),
  email: field.email('邮箱', 100),
  title: field.optionalText('职务', { max: 50 }),
  orgId: field.choice('单位'),
}
const bareSchema = z.object(shape)
const schema = z.object({ ...shape, roles: field.choices('角色') })

/** Whoever may not hand out roles invites without them. */
export function InviteDialog({ orgId, onClose }: InviteDialogProps) {
  const mayGrant = can(useSession(), 'officer.grant')
  const roles = useQuery(rolesQuery)
  const invite = useInviteOfficer()
  const { data: invitation, variables } = invite
  return (
    <FormDialog
      title="邀请人员"
      okText="生成邀请码"
      schema={mayGrant ? schema : bareSchema}
      initial={{ orgId }}
      draft={`invite:${orgId}`}
      onSubmit={(values) => invite.mutateAsync({ roles: [], ...values })}
      fieldOf={(name) => (name === 'org_id' ? 'orgId' : name)}
      outcome={invitation && { okText: '完成', content: <InvitationCard invitation={invitation} email={variables.email} /> }}
      onClose={onClose}
    >
      <TextField name="name" />
      <TextField name="email" />
      <TextField name="title" />
      <FormField name="orgId">
        <OrgSelect />
      </FormField>
      {mayGrant ? (
        <FormField name="roles">
          <Select mode="multiple" loading={roles.isPending} options={roles.data?.map(({ code, name }) => ({ value: code, label: name })) ?? []} />
        </FormField>
      ) : (
        <p className="muted">账号开通后，由安全管理员授予角色。</p>
      )}
    </FormDialog>
  )
}
