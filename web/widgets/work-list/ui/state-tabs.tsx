import { useQuery } from '@tanstack/react-query'
import { TabStrip } from '@/shared/ui/tab-strip.tsx'
import { stateCountsQuery } from '../api/count-states.ts'
import { statesQuery } from '@/entities/work-item/api/list-states.ts'
import type { Reach } from '../model/scope.ts'
import { tabOf, tabPatch, tabsOf, type StageState } from '../model/state-tabs.ts'

interface StateTabsProps {
  kinds: readonly string[]
  filter: StageState
  reach: Reach
  onChange: (patch: StageState) => void
}

/** Where the work stands, with what waits in each state; counted by the database within the scope of the list. */
export function StateTabs({ kinds, filter, reach, onChange }: StateTabsProps) {
  const states = useQuery(statesQuery(kinds))
  const counts = useQuery(stateCountsQuery(kinds, reach))
  const known = states.data ?? []
  return (
    <TabStrip
      label="办理状态"
      value={tabOf(filter, known)}
      tabs={tabsOf(filter, known, counts.data)}
      onChange={(key) => {
        // The list is read anew; a number beside it that is older would contradict it.
        void counts.refetch()
        onChange(tabPatch(key))
      }}
    />
  )
}
