import { z } from 'zod'

export const sessionSchema = z.object({
  officer_id: z.uuid(),
  name: z.string(),
  title: z.string(),
  org_id: z.uuid(),
  org_name: z.string(),
  region_code: z.number(),
  region_name: z.string(),
  line_code: z.string().nullable(),
  is_coordinator: z.boolean(),
  roles: z.array(z.string()),
  role_names: z.array(z.string()),
  permissions: z.array(z.string()),
  /** Nothing but the code of the device is left to do. */
  owes_second_factor: z.boolean(),
  /** What the roles permit, but only in a session with two factors. */
  withheld: z.array(z.string()),
})
export type Session = z.infer<typeof sessionSchema>
