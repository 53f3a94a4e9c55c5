import { useState } from 'react'
import { PublicProblem } from '@/shared/public-ui/public-async.tsx'
import { useActOnCase } from '../../api/act-on-case.ts'
import type { LookUpCredentials } from '../../model/look-up.ts'

/** Two steps on one page instead of a dialog: withdrawing cannot be undone. */
export function WithdrawForm({ caseNo, credentials }: { caseNo: string; credentials: LookUpCredentials }) {
  const [isAsking, setAsking] = useState(false)
  const withdraw = useActOnCase()
  if (!isAsking) {
    return (
      <button type="button" className="btn btn-plain no-print" onClick={() => setAsking(true)}>
        我要撤回这一件
      </button>
    )
  }
  return (
    <div className="note note-warn no-print">
      <p>撤回后不再办理，且不能恢复。如需再反映，须重新填报。</p>
      {withdraw.isError && <PublicProblem error={withdraw.error} />}
      <p className="row">
        <button
          type="button"
          className="btn"
          disabled={withdraw.isPending}
          onClick={() => withdraw.mutate({ ...credentials, caseNo, act: { action: 'withdraw' } })}
        >
          确认撤回
        </button>
        <button type="button" className="btn btn-plain" onClick={() => setAsking(false)}>
          不撤回
        </button>
      </p>
    </div>
  )
}
