import { useState, type FormEvent } from 'react'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { randomId } from '@/shared/hooks/random-id.ts'
import { TextField } from '@/shared/public-ui/text-field.tsx'
import { useAskRecovery, useOpenRecovery } from '../../api/recover-code.ts'
import type { LookUpCredentials } from '../../model/look-up.ts'
import { codeProblem, phoneProblem } from '../../model/recovery.ts'
import { RecoveredFilings } from './recovered-filings.tsx'

/** 查询码遗失：a code to the phone that was left; what is said does not depend on whether it is known. */
export function RecoverPanel({ onLookUp }: { onLookUp: (credentials: LookUpCredentials) => void }) {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState({ ask: '', phone: '' })
  const [tried, setTried] = useState<'ask' | 'open' | null>(null)
  const ask = useAskRecovery()
  const open = useOpenRecovery()
  const phoneError = tried === 'ask' ? phoneProblem(phone) : undefined
  const codeError = (tried === 'open' ? codeProblem(code) : undefined) ?? (open.isError ? toAppError(open.error).message : undefined)
  const handleAsk = (event: FormEvent) => {
    event.preventDefault()
    setTried('ask')
    if (phoneProblem(phone)) return document.getElementById('recover-phone')?.focus()
    const next = { ask: randomId(), phone }
    ask.mutate(next, { onSuccess: () => setAsked(next) })
    open.reset()
    setCode('')
  }
  const handleOpen = (event: FormEvent) => {
    event.preventDefault()
    setTried('open')
    if (codeProblem(code)) return document.getElementById('recover-code')?.focus()
    open.mutate({ ...asked, code })
  }
  if (open.data) return <RecoveredFilings found={open.data} phone={asked.phone} onLookUp={onLookUp} />
  return (
    <details className="sheet stack no-print">
      <summary>查询码遗失了？凭登记的手机号找回</summary>
      <form noValidate onSubmit={handleAsk}>
        <TextField
          id="recover-phone"
          label="提交时登记的手机号"
          hint="匿名举报没有留手机号，不能找回"
          inputMode="tel"
          autoComplete="tel"
          maxLength={11}
          value={phone}
          error={phoneError ?? (ask.isError ? toAppError(ask.error).message : undefined)}
          onValue={setPhone}
        />
        <p className="form-foot">
          <button type="submit" className="btn" disabled={ask.isPending}>
            {ask.isPending ? '正在提交…' : asked.ask ? '重新获取验证码' : '获取短信验证码'}
          </button>
        </p>
      </form>
      <div aria-live="polite">
        {asked.ask && <p className="note">如该号码登记过，将收到短信验证码，10 分钟内有效。没有收到的，请核对号码；每个号码每天获取次数有限。</p>}
      </div>
      {asked.ask && (
        <form noValidate onSubmit={handleOpen}>
          <TextField
            id="recover-code"
            label="短信验证码"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            error={codeError}
            onValue={setCode}
          />
          <p className="form-foot">
            <button type="submit" className="btn btn-primary" disabled={open.isPending}>
              {open.isPending ? '正在核对…' : '找回查询码'}
            </button>
          </p>
        </form>
      )}
    </details>
  )
}
