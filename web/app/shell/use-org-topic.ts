import { useQueryClient } from '@tanstack/react-query'
import { useTopic } from '@/shared/supabase/realtime.ts'
import { modules } from '../modules.ts'

const roots = ['work', 'notification', ...new Set(modules.flatMap((module) => module.orgTopicKeys))]

/** Whatever happens to the officer's own body refreshes inbox, bell and the lists of the modules that asked for it. */
export function useOrgTopic(orgId: string) {
  const client = useQueryClient()
  return useTopic(`org:${orgId}`, () => {
    for (const root of roots) void client.invalidateQueries({ queryKey: [root] })
  })
}
