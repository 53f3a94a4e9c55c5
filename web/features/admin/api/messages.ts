import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { messageTemplateSchema } from '../model/message-template.ts'
import { messageDaySchema, sentMessageSchema, type MessageFilter } from '../model/sent-message.ts'
import { adminKeys } from './keys.ts'

export const messageTemplatesQuery = queryOptions({
  queryKey: adminKeys.messageTemplates(),
  queryFn: async ({ signal }) => rowsOf(await supabase.rpc('message_templates').abortSignal(signal), messageTemplateSchema),
})

const pageSize = 50
const everyHalfMinute = 30_000

/** By the time of the last one shown: what is written meanwhile moves nothing. */
export const sentMessagesQuery = (filter: MessageFilter) =>
  infiniteQueryOptions({
    queryKey: adminKeys.sentMessages(filter),
    initialPageParam: '',
    queryFn: async ({ signal, pageParam }) =>
      rowsOf(
        await supabase
          .rpc('sent_messages', {
            p_limit: pageSize,
            ...(filter.standing ? { p_standing: filter.standing } : {}),
            ...(filter.day ? { p_day: filter.day } : {}),
            ...(pageParam ? { p_before: pageParam } : {}),
          })
          .abortSignal(signal),
        sentMessageSchema,
      ),
    getNextPageParam: (page) => (page.length === pageSize ? page.at(-1)?.created_at : undefined),
  })

export const messageFiguresQuery = queryOptions({
  queryKey: adminKeys.messageFigures(),
  refetchInterval: everyHalfMinute,
  queryFn: async ({ signal }) => rowsOf(await supabase.rpc('message_figures', { p_days: 7 }).abortSignal(signal), messageDaySchema),
})

export function useRetryMessage() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => {
      const { error } = await supabase.rpc('retry_message', { p_id: id })
      if (error) throw toAppError(error)
    },
    // Also when it failed: it may have been sent meanwhile.
    onSettled: () => client.invalidateQueries({ queryKey: ['admin', 'messages'] }),
  })
}
