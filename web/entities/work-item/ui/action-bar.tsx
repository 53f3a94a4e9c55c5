import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { actionsQuery } from '../api/list-actions.ts'
import type { FieldControls } from '../model/field-controls.ts'
import type { WorkAction } from '../model/work-action.ts'
import { ActionDialog } from './action-dialog.tsx'

interface ActionBarProps {
  itemId: string
  version: number
  moduleKey: string
  controls: FieldControls
}

/** Drawn from the transitions that this officer may take now; one button each. */
export function ActionBar({ itemId, version, moduleKey, controls }: ActionBarProps) {
  const query = useQuery(actionsQuery(itemId))
  const [open, setOpen] = useState<WorkAction | null>(null)
  return (
    <>
      <AsyncView query={query} isEmpty={(rows) => rows.length === 0} empty="当前没有需要您办理的操作">
        {(rows) => (
          <div className="action-bar" role="group" aria-label="办理操作">
            {rows.map((row) => (
              <Button
                key={row.action}
                type={row.tone === 'primary' ? 'primary' : 'default'}
                danger={row.tone === 'danger'}
                onClick={() => setOpen(row)}
              >
                {row.label}
              </Button>
            ))}
          </div>
        )}
      </AsyncView>
      {open && (
        <ActionDialog
          key={open.action}
          itemId={itemId}
          action={open}
          version={version}
          isStillOpen={query.data?.some((row) => row.action === open.action) ?? true}
          moduleKey={moduleKey}
          controls={controls}
          onDone={(stateLabel) => {
            setOpen(null)
            showToast('success', `已${open.label}，当前状态：${stateLabel}`)
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
