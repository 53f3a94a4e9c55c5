import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { todayInShanghai } from '@/shared/format/date.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { deadlineRuleSchema, groupRules } from '../model/deadline-rule.ts'
import type { RuleTerm } from '../model/rule-form.ts'
import { previewRowSchema, readPreview } from '../model/rule-preview.ts'
import { adminKeys } from './keys.ts'

/** What is in force or coming; what has ended stands in the history of a rule. */
export const deadlineRulesQuery = queryOptions({
  queryKey: adminKeys.deadlineRules(),
  queryFn: async ({ signal }) => {
    const today = todayInShanghai()
    const rows = rowsOf(
      await supabase
        .from('deadline_rules')
        .select('key,label,amount,unit,legal_basis,is_confirmed,warn_share,red_workdays,times,is_charged,effective_from,effective_to')
        .or(`effective_to.is.null,effective_to.gte.${today}`)
        .order('key')
        .order('effective_from')
        .abortSignal(signal),
      deadlineRuleSchema,
    )
    return groupRules(rows, today)
  },
})

export const rulePreviewQuery = (key: string, term: RuleTerm, from: string) =>
  queryOptions({
    queryKey: adminKeys.preview(key, term, from),
    placeholderData: keepPreviousData,
    // Items move on by themselves.
    staleTime: 30_000,
    retry: false,
    queryFn: async ({ signal }) =>
      readPreview(
        rowsOf(
          await supabase.rpc('preview_deadline_rule', { p_key: key, p_body: { ...term }, p_effective_from: from }).abortSignal(signal),
          previewRowSchema,
        ),
      ),
  })
