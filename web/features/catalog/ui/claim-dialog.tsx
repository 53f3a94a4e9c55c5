import { useState } from 'react'
import { z } from 'zod'
import { Alert } from 'antd'
import { CodeSelect } from '@/entities/code/ui/code-select.tsx'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { field } from '@/shared/form/fields.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { AreaField, FormField } from '@/shared/ui/form-field.tsx'
import { useSettleClaims } from '../api/claims.ts'
import { outcomeText, outcomeTitle } from '../model/claim-outcome.ts'
import { claimActLabels, fitting, type Claim, type ClaimAct } from '../model/claim.ts'

interface ClaimDialogProps {
  act: ClaimAct
  /** As they stood when the dialog was opened. */
  claims: readonly Claim[]
  onClose: () => void
}

const note = (label: string) => field.text(label, { min: 2, max: 300 })
const schemas: Record<ClaimAct, z.ZodObject> = {
  claim: z.object({}),
  decline: z.object({ ground: field.choice('不认领的理由'), note: note('说明') }),
  grant: z.object({ note: field.optionalText('意见', { max: 300 }) }),
  insist: z.object({ note: note('须认领的理由') }),
}

/** Something said to several claims at once, and what came of each. */
export function ClaimDialog({ act, claims, onClose }: ClaimDialogProps) {
  const session = useSession()
  // The list behind goes on changing once it has been said.
  const [fit] = useState(() => fitting(claims, act, session).slice(0, 500))
  const settle = useSettleClaims()
  const label = claimActLabels[act]
  const schema = schemas[act]
  const isDecision = act === 'grant' || act === 'insist'
  const nameOf = (claim: Claim) => `${claim.item_name}${isDecision ? `（${claim.org_name}）` : ''}`
  return (
    <FormDialog
      title={settle.data ? `${label}：办理结果` : label}
      okText={`确认${label} ${fit.length} 项`}
      isDanger={act === 'decline' || act === 'insist'}
      schema={schema}
      draft={`catalog_claim:${act}:${fit.map(({ id }) => id).join(',')}`}
      onSubmit={(values) => settle.mutateAsync({ act, claims: fit, ground: String(values.ground ?? ''), note: String(values.note ?? '') })}
      onClose={onClose}
      intro={
        <p>
          已选 {claims.length} 项，其中 <strong>{fit.length} 项</strong>可以{label}。{intros[act]}
        </p>
      }
      outcome={
        settle.data && {
          okText: '关闭',
          content: (
            <>
              <Alert
                className="dialog-alert"
                type={[...settle.data.values()].every((one) => one === 'done') ? 'success' : 'warning'}
                showIcon
                role="status"
                title={outcomeTitle(label, settle.data)}
              />
              <ul className="batch-outcome">
                {fit.map((claim) => (
                  <li key={claim.id} className={settle.data.get(claim.id) === 'done' ? undefined : 'is-failed'}>
                    <span>{nameOf(claim)}</span>
                    <span>{outcomeText(label, settle.data.get(claim.id))}</span>
                  </li>
                ))}
              </ul>
            </>
          ),
        }
      }
    >
      {act === 'decline' && (
        <FormField name="ground">
          <CodeSelect codeSet="catalog.decline_ground" />
        </FormField>
      )}
      {act !== 'claim' && <AreaField name="note" rows={3} />}
    </FormDialog>
  )
}

const intros: Record<ClaimAct, string> = {
  claim: '认领后由本单位实施监管，并列入本单位的检查实施清单。',
  decline: '不认领须经协调机构同意。',
  grant: '同意后，这些单位不再承担所列事项。',
  insist: '退回有关单位继续认领。',
}
