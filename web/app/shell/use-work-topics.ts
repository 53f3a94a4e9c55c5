import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { can } from '@/entities/session/model/can.ts'
import type { Session } from '@/entities/session/model/session.ts'
import { workReadRights } from '@/entities/work-item/model/work-rights.ts'
import { useModules } from '@/shared/module/module-context.ts'
import { useTopic, type TopicEvent } from '@/shared/supabase/realtime.ts'
import { hasMessages } from './has-messages.ts'
import { topicRefresher } from './topic-refresher.ts'

/**
 * Whatever happens to the officer's own body refreshes inbox, bell and the lists of the module concerned; what is meant
 * for this officer alone comes on a topic of their own. Without a right to read any flow there is nothing to listen to.
 */
export function useWorkTopics(session: Session) {
  const client = useQueryClient()
  const modules = useModules()
  const refresh = useMemo(() => topicRefresher(modules, (root) => void client.invalidateQueries({ queryKey: [root] }), 300), [client, modules])
  const isListening = can(session, workReadRights)
  const handleEvent = ({ payload }: TopicEvent) => refresh(payload.kind)
  useTopic(hasMessages(session) ? `officer:${session.officer_id}` : undefined, handleEvent)
  return useTopic(isListening ? `org:${session.org_id}` : undefined, handleEvent)
}
