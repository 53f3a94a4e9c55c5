import { z } from 'zod'

export const officerSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  title: z.string(),
  is_active: z.boolean(),
  created_at: z.string(),
  orgs: z.object({ name: z.string() }).nullable(),
  officer_role_grants: z.array(z.object({ role_code: z.string(), expires_at: z.string().nullable() })),
})
export type Officer = z.infer<typeof officerSchema>

export const roleSchema = z.object({ code: z.string(), name: z.string(), duty: z.string() })
export type Role = z.infer<typeof roleSchema>

export const openInvitationSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role_codes: z.array(z.string()),
  expires_at: z.string(),
  orgs: z.object({ name: z.string() }).nullable(),
})
export type OpenInvitation = z.infer<typeof openInvitationSchema>

export const invitationSchema = z.object({ id: z.uuid(), code: z.string(), expires_at: z.string() })
export type Invitation = z.infer<typeof invitationSchema>
