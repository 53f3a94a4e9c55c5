import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { regionRange } from '@/entities/region/model/region-range.ts'
import { subjectColumns, subjectSchema, type Subject } from '@/entities/subject/model/subject.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { pageOf, rowsOf } from '@/shared/supabase/rows.ts'
import type { MergeState } from '../model/merge-pair.ts'
import { mergeSchema, type Merge } from '../model/subject-file.ts'
import { dataCentreKeys } from './keys.ts'

export interface MergePage {
  pairs: { merge: Merge; left: Subject; right: Subject }[]
  count: number
}

const shown = 30

/** Pairs of the own region, both of which lie in it, the newest first, each with both of its subjects. */
export const mergesQuery = (state: MergeState, home: number) =>
  queryOptions({
    queryKey: dataCentreKeys.merges(state, home),
    queryFn: async ({ signal }): Promise<MergePage> => {
      const { from, to } = regionRange(home)
      const { rows, count } = pageOf(
        await supabase
          .from('subject_merge_list')
          .select(Object.keys(mergeSchema.shape).join(','), { count: 'exact' })
          .eq('state', state)
          .gte('region_code', from)
          .lte('region_code', to)
          .gte('right_region_code', from)
          .lte('right_region_code', to)
          .order(state === 'proposed' ? 'found_at' : 'decided_at', { ascending: false })
          .order('id')
          .limit(shown)
          .abortSignal(signal),
        mergeSchema,
      )
      const ids = [...new Set(rows.flatMap(({ left_id: left, right_id: right }) => [left, right]))]
      const found =
        ids.length === 0 ? [] : rowsOf(await supabase.from('subject_list').select(subjectColumns).in('id', ids).abortSignal(signal), subjectSchema)
      const byId = new Map(found.map((one) => [one.id, one]))
      const pairs = rows.flatMap((merge) => {
        const [left, right] = [byId.get(merge.left_id), byId.get(merge.right_id)]
        return left && right ? [{ merge, left, right }] : []
      })
      return { pairs, count }
    },
  })

export interface Decision {
  id: string
  reason: string
  /** Who stands for both; absent: they are two. */
  winnerId?: string | undefined
  isUndo?: boolean
}

/** Shows its refusal in its own dialog. */
export function useDecideMerge() {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ id, reason, winnerId, isUndo }: Decision) => {
      const { error } = isUndo
        ? await supabase.rpc('undo_subject_merge', { p_merge_id: id, p_reason: reason })
        : await supabase.rpc('decide_subject_merge', { p_merge_id: id, p_reason: reason, ...(winnerId ? { p_winner_id: winnerId } : {}) })
      if (error) throw toAppError(error)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['data-centre'] }),
  })
}
