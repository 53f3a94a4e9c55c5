import { accountModule } from '@/features/account/module.ts'
import { adminModule } from '@/features/admin/module.ts'
import { complaintModule } from '@/features/complaint/module.ts'
import { inboxModule } from '@/features/inbox/module.ts'
import { portalModule } from '@/features/portal/module.ts'
import type { ModuleManifest } from '@/shared/module/manifest.ts'

/** Order of the menu. Adding a module is one line here. */
export const modules: readonly ModuleManifest[] = [portalModule, accountModule, inboxModule, complaintModule, adminModule]
