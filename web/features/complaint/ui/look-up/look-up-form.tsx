import { lookUpCodePattern, phoneTailPattern } from '@contract/filing-limits.ts'
import { useState, type FormEvent } from 'react'
import { TextField } from '@/shared/public-ui/text-field.tsx'
import { normalizeCode, type LookUpCredentials } from '../../model/look-up.ts'

interface LookUpFormProps {
  initialCode: string
  /** Known when the receipt led here; otherwise the label names both. */
  isAnonymous: boolean
  isBusy: boolean
  onSubmit: (credentials: LookUpCredentials) => void
}

export function LookUpForm({ initialCode, isAnonymous, isBusy, onSubmit }: LookUpFormProps) {
  const [code, setCode] = useState(initialCode)
  const [phoneTail, setPhoneTail] = useState('')
  const [isTried, setTried] = useState(false)
  const clean = normalizeCode(code)
  const codeError = isTried && !lookUpCodePattern.test(clean) ? '查询码为 16 位字母和数字，请核对' : undefined
  const tailError =
    isTried && !phoneTailPattern.test(phoneTail)
      ? isAnonymous
        ? '请填写您自己设定的 4 位数字'
        : '请填写 4 位数字：手机号后四位，匿名举报的填查询密码'
      : undefined
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!lookUpCodePattern.test(clean)) return document.getElementById('look-up-code')?.focus()
    if (!phoneTailPattern.test(phoneTail)) return document.getElementById('look-up-tail')?.focus()
    onSubmit({ code: clean, phoneTail })
  }
  return (
    <form className="sheet no-print" noValidate onSubmit={handleSubmit}>
      <TextField
        id="look-up-code"
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
        id="look-up-tail"
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
