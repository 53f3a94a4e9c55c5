import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { can } from '@/entities/session/model/can.ts'
import type { Session } from '@/entities/session/model/session.ts'
import { coalesce } from '@/shared/hooks/coalesce.ts'
import { useTopic } from '@/shared/supabase/realtime.ts'
import { modules } from '../modules.ts'

const roots = ['work', 'notification', ...new Set(modules.flatMap((module) => module.orgTopicKeys))]

/**
 * Whatever happens to the officer's own body refreshes inbox, bell and the lists of the modules that asked for it.
 * Without work.read there is nothing to listen to.
 */
export function useOrgTopic(session: Session) {
  const client = useQueryClient()
  const refresh = useMemo(
    () =>
      coalesce(() => {
        for (const root of roots) void client.invalidateQueries({ queryKey: [root] })
      }, 300),
    [client],
  )
  return useTopic(can(session, 'work.read') ? `org:${session.org_id}` : undefined, refresh)
}
