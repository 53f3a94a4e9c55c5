import { followCodePattern, phoneTailPattern } from '@contract/filing-limits.ts'
import { useState, type FormEvent } from 'react'
import { TextField } from '@/shared/public-ui/text-field.tsx'
import { normalizeCode, type FollowCredentials } from '../../model/follow.ts'

interface FollowFormProps {
  initialCode: string
  /** Known when the receipt led here; otherwise the label names both. */
  isAnonymous: boolean
  isBusy: boolean
  onSubmit: (credentials: FollowCredentials) => void
}

export function FollowForm({ initialCode, isAnonymous, isBusy, onSubmit }: FollowFormProps) {
  const [code, setCode] = useState(initialCode)
  const [phoneTail, setPhoneTail] = useState('')
  const [isTried, setTried] = useState(false)
  const clean = normalizeCode(code)
  const codeError = isTried && !followCodePattern.test(clean) ? '查询码为 16 位字母和数字，请核对' : undefined
  const tailError =
    isTried && !phoneTailPattern.test(phoneTail)
      ? isAnonymous
        ? '请填写您自己设定的 4 位数字'
        : '请填写 4 位数字：手机号后四位，匿名举报的填查询密码'
      : undefined
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!followCodePattern.test(clean)) return document.getElementById('follow-code')?.focus()
    if (!phoneTailPattern.test(phoneTail)) return document.getElementById('follow-tail')?.focus()
    onSubmit({ code: clean, phoneTail })
  }
  return (
    <form className="sheet no-print" noValidate onSubmit={handleSubmit}>
      <TextField
        id="follow-code"
        label="查询码"
        className="input-code"
        placeholder="XXXX-XXXX-XXXX-XXXX"
        autoComplete="off"
        spellCheck={false}
        maxLength={24}
        value={code}
        error={codeError}
        onValue={setCode}
      />
      <TextField
        id="follow-tail"
        label={isAnonymous ? '查询密码' : '手机号后四位或查询密码'}
        hint={isAnonymous ? '匿名举报时您自己设定的 4 位数字' : '留了手机号的，填手机号后四位；匿名举报的，填自己设定的 4 位查询密码'}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        value={phoneTail}
        error={tailError}
        onValue={setPhoneTail}
      />
      <p className="form-foot">
        <button type="submit" className="btn btn-primary" disabled={isBusy}>
          {isBusy ? '正在查询…' : '查询'}
        </button>
      </p>
    </form>
  )
}
