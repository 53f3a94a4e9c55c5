import { z } from 'zod'

export const changeLabels = {
  grant: '授予角色',
  revoke: '收回角色',
  disable: '停用账号',
  enable: '启用账号',
  reset_factor: '重置二次验证',
} as const
export type Change = keyof typeof changeLabels

export const outcomeLabels = { done: '已核准', refused: '未同意', withdrawn: '已撤回', lapsed: '已失效' } as const

export const officerChangeSchema = z.object({
  id: z.uuid(),
  officer_name: z.string(),
  org_name: z.string(),
  change: z.enum(['grant', 'revoke', 'disable', 'enable', 'reset_factor']),
  role_name: z.string().nullable(),
  /** Of the role that is to be granted; null: until it is taken back. */
  expires_at: z.string().nullable(),
  reason: z.string(),
  asked_by_name: z.string(),
  asked_by_org: z.string(),
  asked_at: z.string(),
  lapses_at: z.string(),
  is_emergency: z.boolean(),
  is_own: z.boolean(),
  /** Why this officer may not decide it; null: they may. */
  blocked: z.string().nullable(),
  outcome: z.enum(['done', 'refused', 'withdrawn', 'lapsed']).nullable(),
  decided_by_name: z.string().nullable(),
  decided_at: z.string().nullable(),
  note: z.string(),
})
export type OfficerChange = z.infer<typeof officerChangeSchema>

/** 授予“审计管理员”, 停用账号. */
export function changeWords(change: Change, roleName: string | null | undefined): string {
  if (change === 'grant') return `授予“${roleName ?? ''}”`
  if (change === 'revoke') return `收回“${roleName ?? ''}”`
  return changeLabels[change]
}

export const awaitingMe = (rows: readonly OfficerChange[]) => rows.filter((row) => row.blocked === null)
