import { formatDateTime } from '@/shared/format/date.ts'
import type { LookUpCredentials } from '../../model/look-up.ts'
import type { Recovered } from '../../model/recovery.ts'

interface RecoveredFilingsProps {
  found: Recovered
  phone: string
  onLookUp: (credentials: LookUpCredentials) => void
}

export function RecoveredFilings({ found, phone, onLookUp }: RecoveredFilingsProps) {
  return (
    <section className="sheet" aria-label="找回的查询码">
      <h2>该手机号提交的投诉举报</h2>
      <p className="field-hint">请抄下或打印查询码妥善保管。离开本页后须重新获取验证码。</p>
      <ol className="recovered">
        {found.filings.map(({ code, filedAt, cases }) => (
          <li key={code}>
            <p>
              <strong className="input-code">{code}</strong>
            </p>
            {cases.map((one) => (
              <p key={one.caseNo}>
                {one.caseNo} {one.title}（{one.stateLabel}）
              </p>
            ))}
            <p className="field-hint">{formatDateTime(filedAt)} 提交</p>
            <button type="button" className="btn no-print" onClick={() => onLookUp({ code, phoneTail: phone.slice(-4) })}>
              查看 {cases.map((one) => one.caseNo).join('、')}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
