import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { inboxItemSchema, type InboxItem } from '../model/work-item.ts'

const relativeSchema = inboxItemSchema.pick({
  id: true,
  title: true,
  kind_label: true,
  no: true,
  state_label: true,
  light: true,
  is_open: true,
  org_name: true,
})
const linkSchema = z.object({ from_item_id: z.uuid(), to_item_id: z.uuid(), role: z.string() })
const columns = Object.keys(relativeSchema.shape).join(',')
const most = 200

/** `role`: parent, child, or that of a link, named by the dictionary `work.link`. */
export type Relative = z.infer<typeof relativeSchema> & { role: string }

/** The item it is a part of, its own parts, and what it is linked with, as far as the viewer may read them. */
export const relativesQuery = ({ id, parent_id: parentId, child_count: childCount }: Pick<InboxItem, 'id' | 'parent_id' | 'child_count'>) =>
  queryOptions({
    queryKey: ['work', 'relatives', id, parentId, childCount],
    queryFn: async ({ signal }): Promise<Relative[]> => {
      const read = () => supabase.from('work_inbox').select(columns).order('no').limit(most).abortSignal(signal)
      const [links, parents, children] = await Promise.all([
        supabase.from('work_links').select('from_item_id,to_item_id,role').or(`from_item_id.eq.${id},to_item_id.eq.${id}`).abortSignal(signal),
        parentId ? read().eq('id', parentId) : undefined,
        childCount > 0 ? read().eq('parent_id', id) : undefined,
      ])
      const roles = new Map(rowsOf(links, linkSchema).map((link) => [link.from_item_id === id ? link.to_item_id : link.from_item_id, link.role]))
      const linked = roles.size > 0 ? await read().in('id', [...roles.keys()]) : undefined
      const named = (answer: typeof parents, roleOf: (itemId: string) => string) =>
        answer ? rowsOf(answer, relativeSchema).map((row) => ({ ...row, role: roleOf(row.id) })) : []
      return [...named(parents, () => 'parent'), ...named(linked, (itemId) => roles.get(itemId) ?? ''), ...named(children, () => 'child')]
    },
  })
