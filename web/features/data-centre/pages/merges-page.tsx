import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { TabStrip } from '@/shared/ui/tab-strip.tsx'
import { mergesQuery, type MergePage } from '../api/merges.ts'
import { mergeStates, type MergeState } from '../model/merge-pair.ts'
import '@/widgets/work-list/work-list.css'
import '../styles/subjects.css'
import { DecideMergeDialog, type Act } from '../ui/decide-merge-dialog.tsx'
import { MergeCard } from '../ui/merge-card.tsx'

const isState = (text: string | null): text is MergeState => text !== null && text in mergeStates

/** Subjects that may be one: proposed pairs side by side, and what was decided of the others. */
export default function MergesPage() {
  const { region_code: home } = useSession()
  const [params, setParams] = useSearchParams()
  const asked = params.get('state')
  const state = isState(asked) ? asked : 'proposed'
  const query = useQuery(mergesQuery(state, home))
  const [acting, setActing] = useState<MergePage['pairs'][number] & { act: Act }>()
  return (
    <Page title="监管对象归并" subtitle="每天查找可能是同一家的监管对象，由人确认">
      <div className="list-sheet">
        <TabStrip
          label="归并状态"
          value={state}
          tabs={Object.entries(mergeStates).map(([key, label]) => ({ key, label }))}
          onChange={(next) => setParams(next === 'proposed' ? {} : { state: next }, { replace: true })}
        />
        <AsyncView query={query} empty="没有这样的监管对象" isEmpty={({ pairs }) => pairs.length === 0}>
          {({ pairs, count }) => (
            <>
              <p role="status" className="muted merge-count">
                {count > pairs.length ? `共 ${count} 对，显示最近的 ${pairs.length} 对` : `共 ${count} 对`}
              </p>
              {pairs.map((pair) => (
                <MergeCard key={pair.merge.id} {...pair} onAct={(act) => setActing({ ...pair, act })} />
              ))}
            </>
          )}
        </AsyncView>
      </div>
      {acting && <DecideMergeDialog {...acting} onClose={() => setActing(undefined)} />}
    </Page>
  )
}
