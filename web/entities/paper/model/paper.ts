import { z } from 'zod'

export const paperSchema = z.object({
  id: z.uuid(),
  no: z.string(),
  title: z.string(),
  state: z.enum(['waiting', 'ready', 'failed']),
  /** Why it could not be made, so far or for good. */
  problem: z.string(),
  storage_path: z.string().nullable(),
  sha256: z.string().nullable(),
  code: z.string(),
  issued_at: z.string(),
  withdrawn_at: z.string().nullable(),
  withdraw_reason: z.string(),
  orgs: z.object({ name: z.string() }).nullable(),
})

export const paperRightsSchema = z.object({ paper_id: z.uuid(), can_retry: z.boolean(), can_withdraw: z.boolean() })

export type Paper = z.infer<typeof paperSchema> & Pick<z.infer<typeof paperRightsSchema>, 'can_retry' | 'can_withdraw'>

export const withRights = (papers: readonly z.infer<typeof paperSchema>[], rights: readonly z.infer<typeof paperRightsSchema>[]): Paper[] =>
  papers.map((paper) => {
    const own = rights.find((one) => one.paper_id === paper.id)
    return { ...paper, can_retry: own?.can_retry ?? false, can_withdraw: own?.can_withdraw ?? false }
  })

/** Where a paper stands, in a word. */
export function paperWord({ state, withdrawn_at }: Pick<Paper, 'state' | 'withdrawn_at'>): string {
  if (withdrawn_at) return '已撤回'
  return { waiting: '正在生成', ready: '已生成', failed: '生成失败' }[state]
}

export const fileNameOf = ({ title, no }: Pick<Paper, 'title' | 'no'>) => `${title} ${no}.pdf`
