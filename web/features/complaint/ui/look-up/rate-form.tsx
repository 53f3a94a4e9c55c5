import { useState, type FormEvent } from 'react'
import { FieldError } from '@/shared/public-ui/field.tsx'
import { AreaField } from '@/shared/public-ui/area-field.tsx'
import { PublicProblem } from '@/shared/public-ui/public-async.tsx'
import { useActOnCase } from '../../api/act-on-case.ts'
import type { LookUpCredentials } from '../../model/look-up.ts'

export const levels = [
  [5, '非常满意'],
  [4, '满意'],
  [3, '一般'],
  [2, '不满意'],
  [1, '非常不满意'],
] as const

export function RateForm({ caseNo, credentials }: { caseNo: string; credentials: LookUpCredentials }) {
  const [level, setLevel] = useState<number>()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<{ level?: string; reason?: string }>({})
  const rate = useActOnCase()
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (level === undefined) return setProblem({ level: '请选择满意程度' })
    if (level <= 2 && reason.trim() === '') return setProblem({ reason: '请说明不满意的原因，便于改进' })
    setProblem({})
    rate.mutate({ ...credentials, caseNo, act: { action: 'rate', level, reason: reason.trim() } })
  }
  return (
    <form className="rate" noValidate onSubmit={handleSubmit}>
      <fieldset className="field" aria-describedby={problem.level ? `rate-${caseNo}-error` : undefined}>
        <legend className="field-label">您对办理结果是否满意</legend>
        <div className="row">
          {levels.map(([value, label]) => (
            <label key={value} className="check">
              <input type="radio" name={`rate-${caseNo}`} checked={level === value} onChange={() => setLevel(value)} />
              <span>{label}</span>
            </label>
          ))}
        </div>
        <FieldError id={`rate-${caseNo}-error`} text={problem.level} />
      </fieldset>
      <AreaField
        id={`rate-reason-${caseNo}`}
        label="原因或建议"
        isOptional={level === undefined || level > 2}
        max={500}
        value={reason}
        error={problem.reason}
        onValue={setReason}
      />
      {rate.isError && <PublicProblem error={rate.error} />}
      <button type="submit" className="btn btn-primary" disabled={rate.isPending}>
        提交评价
      </button>
    </form>
  )
}
