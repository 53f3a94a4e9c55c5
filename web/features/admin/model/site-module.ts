import { z } from 'zod'

export const siteModuleSchema = z.object({ id: z.string(), title: z.string(), is_enabled: z.boolean() })
export type SiteModule = z.infer<typeof siteModuleSchema>
