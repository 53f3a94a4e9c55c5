import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { Panel } from '@/shared/ui/panel.tsx'
import { officerChangesQuery } from '../api/officer-changes.ts'
import type { OfficerChange } from '../model/officer-change.ts'
import '../styles/admin.css'
import { ChangeList } from '../ui/change-list.tsx'
import { DecideChangeDialog } from '../ui/decide-change-dialog.tsx'

export default function OfficerChangesPage() {
  const waiting = useQuery(officerChangesQuery(true))
  const over = useQuery(officerChangesQuery(false))
  const [deciding, setDeciding] = useState<{ ask: OfficerChange; isConfirmed: boolean }>()
  const handleDecide = (ask: OfficerChange, isConfirmed: boolean) => setDeciding({ ask, isConfirmed })
  return (
    <Page title="管理员变更" subtitle="管理员的角色和账号，一人申请、另一员核准">
      <Panel title="待核准">
        <AsyncView query={waiting} empty="没有等待核准的申请" isEmpty={(rows) => rows.length === 0}>
          {(rows) => <ChangeList rows={rows} onDecide={handleDecide} />}
        </AsyncView>
      </Panel>
      <Panel title="已办结" className="below">
        <AsyncView query={over} empty="还没有办结的申请" isEmpty={(rows) => rows.length === 0}>
          {(rows) => <ChangeList rows={rows} onDecide={handleDecide} />}
        </AsyncView>
      </Panel>
      {deciding && <DecideChangeDialog {...deciding} onClose={() => setDeciding(undefined)} />}
    </Page>
  )
}
