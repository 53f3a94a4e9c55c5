import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { decodeOrNull, flag, otherwise, shape, text } from '@/shared/http/decode.ts'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'
import { PublicAsync } from '@/shared/public-ui/public-async.tsx'
import { lookUpQuery } from '../api/look-up-complaint.ts'
import type { LookUpCredentials } from '../model/look-up.ts'
import { secretName } from '../model/receipt.ts'
import '../styles/public.css'
import { CaseView } from '../ui/look-up/case-view.tsx'
import { LookUpForm } from '../ui/look-up/look-up-form.tsx'
import { RecoverPanel } from '../ui/recover/recover-panel.tsx'

/** The code comes along from the receipt in history state, never in the address, which would be logged and shared. */
const fromReceipt = shape({ code: otherwise(text, ''), isAnonymous: otherwise(flag, false) })

export default function LookUpPage() {
  useDocumentTitle('查询办理进度')
  const receipt = decodeOrNull(fromReceipt, useLocation().state)
  const isAnonymous = receipt?.isAnonymous ?? false
  const [credentials, setCredentials] = useState<LookUpCredentials | null>(null)
  const query = useQuery(lookUpQuery(credentials))
  const handleSubmit = (next: LookUpCredentials) => {
    const isSame = next.code === credentials?.code && next.phoneTail === credentials.phoneTail
    if (isSame) void query.refetch()
    else setCredentials(next)
  }
  return (
    <div className="pub-wrap narrow">
      <header className="page-head">
        <h1>查询办理进度</h1>
        <p>请输入提交时得到的查询码和{isAnonymous ? secretName(true) : '手机号后四位；匿名举报的，为自己设定的 4 位查询密码'}。</p>
      </header>
      <LookUpForm
        initialCode={receipt?.code ?? ''}
        isAnonymous={isAnonymous}
        isBusy={credentials !== null && query.isFetching}
        onSubmit={handleSubmit}
      />
      {!isAnonymous && <RecoverPanel onLookUp={handleSubmit} />}
      <div className="look-up-result" aria-live="polite">
        {credentials === null ? (
          <p className="field-hint">
            不能这样找回的，可凭本人有效证件到承办单位查询，或拨打 <a href="tel:12345">12345</a>。
          </p>
        ) : query.isError && toAppError(query.error).kind === 'not-found' ? (
          <p className="note note-error" role="alert">
            没有查到。请核对查询码和{isAnonymous ? '查询密码' : '手机号后四位（匿名举报的，为查询密码）'}是否正确。
          </p>
        ) : (
          <PublicAsync query={query} lines={5}>
            {({ cases }) => (
              <>
                {cases.map((one) => (
                  <CaseView key={one.caseNo} one={one} credentials={credentials} />
                ))}
              </>
            )}
          </PublicAsync>
        )}
      </div>
    </div>
  )
}
