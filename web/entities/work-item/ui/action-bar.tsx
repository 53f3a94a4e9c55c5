import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { actionsQuery } from '../api/list-actions.ts'
import type { ActionForms, FieldControls } from '../model/field-controls.ts'
import type { WorkAction } from '../model/work-action.ts'
import { ActionButtons } from './action-buttons.tsx'
import { ActionDialog } from './action-dialog.tsx'

interface ActionBarProps {
  itemId: string
  version: number
  /** What one does now may put an end to what somebody asked for. */
  hasOpenApproval?: boolean
  moduleKey: string
  controls: FieldControls
  /** Forms of the module by the name that a transition gives. */
  forms?: ActionForms
}

const noForms: ActionForms = {}

/** Drawn from the transitions that this officer may take now; one button each. */
export function ActionBar({ itemId, version, hasOpenApproval = false, moduleKey, controls, forms = noForms }: ActionBarProps) {
  const query = useQuery(actionsQuery(itemId))
  const [open, setOpen] = useState<WorkAction | null>(null)
  // One's own last step is known from its answer: the item may be read again a moment later than its actions.
  const [ownVersion, setOwnVersion] = useState(version)
  const isStillOpen = query.data?.some((row) => row.action === open?.action && !row.blocked) ?? true
  return (
    <>
      <AsyncView query={query} isEmpty={(rows) => rows.length === 0} empty="当前没有需要您办理的操作">
        {(rows) => <ActionButtons actions={rows} onPick={setOpen} />}
      </AsyncView>
      {open && (
        <ActionDialog
          key={open.action}
          itemId={itemId}
          action={open}
          version={Math.max(version, ownVersion)}
          isStillOpen={isStillOpen}
          hasOpenApproval={hasOpenApproval}
          moduleKey={moduleKey}
          controls={controls}
          forms={forms}
          onDone={({ stateLabel, isAsked, version: done }) => {
            setOpen(null)
            if (done !== undefined) setOwnVersion(done)
            showToast('success', isAsked ? '已提请审批，等待审核人办理' : `已${open.label}，当前状态：${stateLabel}`)
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
