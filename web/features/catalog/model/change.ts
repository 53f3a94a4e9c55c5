import { z } from 'zod'
import { itemBody } from '@/entities/catalog-item/model/catalog-item.ts'
import { lightSchema } from '@/entities/work-item/model/work-item.ts'
import { catalogPaths } from '../paths.ts'

/** What a request may be for; what each is called is a dictionary (catalog.change_type). */
export const changeTypes = ['add', 'amend', 'suspend', 'resume', 'repeal', 'merge', 'split'] as const
export type ChangeType = (typeof changeTypes)[number]

/** What a request does to one item. */
export const partActions = ['add', 'amend', 'suspend', 'resume', 'repeal'] as const
export type PartAction = (typeof partActions)[number]
export const partActionLabels: Record<PartAction, string> = { add: '新增', amend: '变更', suspend: '暂停', resume: '恢复', repeal: '取消' }

export const changeRowSchema = z.object({
  id: z.uuid(),
  item_id: z.uuid(),
  no: z.string(),
  title: z.string(),
  change_type: z.enum(changeTypes),
  reason: z.string(),
  part_count: z.number(),
  /** As wished; the day is set when it is published. */
  effective_from: z.string().nullable(),
  owner_org_id: z.uuid(),
  owner_org_name: z.string(),
  org_id: z.uuid(),
  org_name: z.string(),
  region_name: z.string(),
  handler_id: z.uuid().nullable(),
  handler_name: z.string().nullable(),
  state: z.string(),
  state_label: z.string(),
  light: lightSchema,
  is_open: z.boolean(),
  is_supervised: z.boolean(),
  due_at: z.string().nullable(),
  due_is_provisional: z.boolean(),
  workdays_left: z.number().nullable(),
  created_at: z.string(),
})
export type ChangeRow = z.infer<typeof changeRowSchema>

/** With all that its page shows. */
export const changeSchema = changeRowSchema.extend({ ground: z.string() })
export type Change = z.infer<typeof changeSchema>

export const changePartSchema = z.object({
  id: z.number(),
  n: z.number(),
  action: z.enum(partActions),
  item_code: z.string().nullable(),
  base_version: z.number().nullable(),
  main_name: z.string().nullable(),
  body: z.unknown().transform((value) => (value === null || value === undefined ? null : itemBody(value, 'body'))),
  result_version: z.number().nullable(),
})
export type ChangePart = z.infer<typeof changePartSchema>

/** The items that are there already: those that a change can touch anything of. */
export const touchedCodes = (parts: readonly Pick<ChangePart, 'action' | 'item_code'>[]) =>
  parts.flatMap(({ action, item_code: code }) => (action !== 'add' && code !== null ? [code] : []))

/** A page that lists what is touched is told of which items; the count of bodies is of those that claimed. */
export function impactPath(path: string, codes: readonly string[]) {
  const claimed: Record<string, string> = path === catalogPaths.claims() ? { state: 'claimed' } : {}
  return `${path}?${new URLSearchParams({ scope: 'all', ...claimed, items: codes.join('.') }).toString()}`
}
