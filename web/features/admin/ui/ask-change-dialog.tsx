import { z } from 'zod'
import { field } from '@/shared/form/fields.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { AreaField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { useAskChange } from '../api/officer-changes.ts'
import type { OfficerName } from '../model/officer.ts'
import { changeWords, type Change } from '../model/officer-change.ts'

export interface WantedChange {
  officer: OfficerName
  change: Change
  role?: { code: string; name: string }
  lastDay?: string | undefined
}

const schema = z.object({ reason: field.text('理由', { min: 10, max: 200 }) })

/** An administrator is changed by two persons: this one asks, another decides. */
export function AskChangeDialog({ wanted: { officer, change, role, lastDay }, onClose }: { wanted: WantedChange; onClose: () => void }) {
  const ask = useAskChange()
  return (
    <FormDialog
      title={`申请${changeWords(change, role?.name)}：${officer.name}`}
      okText="提交申请"
      schema={schema}
      draft={`officer-change:${officer.id}:${change}:${role?.code ?? ''}`}
      intro={
        <p className="dialog-hint">
          {officer.orgName}。变更管理员须由另一类管理员核准，涉及审计管理员的由其他审计管理员核准；申请 7 天内有效。三员和本人都会收到消息。
        </p>
      }
      onSubmit={async ({ reason }) => {
        await ask.mutateAsync({ officerId: officer.id, change, role: role?.code, lastDay, reason })
        showToast('success', '申请已提交，等待另一员核准')
        onClose()
      }}
      onClose={onClose}
    >
      <AreaField name="reason" />
    </FormDialog>
  )
}
