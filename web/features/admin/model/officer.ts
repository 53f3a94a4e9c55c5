import { z } from 'zod'

export const grantSchema = z.object({ role_code: z.string(), expires_at: z.string().nullable() })

export const officerSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  title: z.string(),
  is_active: z.boolean(),
  created_at: z.string(),
  orgs: z.object({ name: z.string() }).nullable(),
  officer_role_grants: z.array(grantSchema),
})
export type Officer = z.infer<typeof officerSchema>

export const rolesOf = ({ officer_role_grants: grants }: Pick<Officer, 'officer_role_grants'>, roleNames: ReadonlyMap<string, string>) =>
  grants.map(({ role_code }) => roleNames.get(role_code) ?? role_code).join('、')

export const roleSchema = z.object({ code: z.string(), name: z.string(), duty: z.string() })
export type Role = z.infer<typeof roleSchema>

/** On which side of 三员分立 somebody is, by the roles they hold now. */
export const isAdministrator = (officer: Officer, roles: readonly Role[], now: number) =>
  officer.officer_role_grants.some(
    ({ role_code, expires_at }) =>
      (expires_at === null || Date.parse(expires_at) > now) && roles.some(({ code, duty }) => code === role_code && duty !== 'business'),
  )

export const openInvitationSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  org_name: z.string(),
  role_names: z.array(z.string()),
  expires_at: z.string(),
  delivery: z.enum(['waiting', 'sent', 'failed']),
  delivered_at: z.string().nullable(),
  delivery_error: z.string().nullable(),
})
export type OpenInvitation = z.infer<typeof openInvitationSchema>

export const invitationSchema = z.object({ id: z.uuid(), expires_at: z.string() })
export type Invitation = z.infer<typeof invitationSchema>

export const waitingOfficerSchema = z.object({
  officer_id: z.uuid(),
  name: z.string(),
  title: z.string(),
  org_name: z.string(),
  joined_at: z.string(),
  role_codes: z.array(z.string()),
  role_names: z.array(z.string()),
  invited_by_name: z.string().nullable(),
  /** A second administrator is to agree to their role. */
  is_asked: z.boolean(),
})
export type WaitingOfficer = z.infer<typeof waitingOfficerSchema>

/** Of whom the dialogs about roles need no more. */
export type OfficerName = Pick<Officer, 'id' | 'name'> & { orgName: string | undefined }
