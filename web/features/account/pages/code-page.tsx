import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import { Navigate, useLocation } from 'react-router'
import { sessionQuery } from '@/entities/session/api/get-session.ts'
import { useGiveCode, useGiveRecoveryCode } from '@/entities/session/api/second-factor.ts'
import { useSignOut } from '@/entities/session/api/sign-out.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'
import { TextField } from '@/shared/public-ui/text-field.tsx'
import { useAuthStore } from '@/shared/supabase/auth-store.ts'
import { targetOf } from '../model/target-of.ts'
import { accountPaths } from '../paths.ts'
import { DoorCard } from '../ui/door-card.tsx'

const ways = {
  code: {
    title: '二次验证',
    label: '动态码',
    hint: '打开手机上的验证器，输入本系统一行当前显示的 6 位数字。',
    missing: '请填写 6 位数字',
    isWhole: (value: string) => /^\d{6}$/.test(value),
    ok: '验证',
    other: '手机不在身边？使用恢复码',
    input: { inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 6 },
  },
  recovery: {
    title: '使用恢复码',
    label: '恢复码',
    hint: '开启二次验证时保存的十个恢复码，每个只能用一次。用后原验证器作废，请重新开启二次验证。',
    missing: '请填写恢复码，形如 ABCD-EFGH-JKLM',
    isWhole: (value: string) => value.length >= 12,
    ok: '使用恢复码登录',
    other: '改用验证器的动态码',
    input: { autoComplete: 'off', maxLength: 20 },
  },
} as const

/** Between the password and the work: nothing else answers until the code is right. */
export default function CodePage() {
  const location = useLocation()
  const auth = useAuthStore()
  const session = useQuery(sessionQuery(auth.status === 'in' ? auth.userId : undefined))
  const [way, setWay] = useState<keyof typeof ways>('code')
  const [value, setValue] = useState('')
  const [isTried, setTried] = useState(false)
  const giveCode = useGiveCode()
  const giveRecoveryCode = useGiveRecoveryCode()
  const signOut = useSignOut()
  const words = ways[way]
  const give = way === 'code' ? giveCode : giveRecoveryCode
  const entered = value.trim()
  useDocumentTitle(words.title)
  useEffect(() => document.getElementById('code')?.focus(), [way])
  if (auth.status === 'out') return <Navigate to={accountPaths.signIn()} replace state={location.state} />
  // Given, or never owed; who cannot come in at all is told so there.
  if (session.isFetched && !session.data?.owes_second_factor) return <Navigate to={targetOf(location.state)} replace />
  const error = isTried && !words.isWhole(entered) ? words.missing : give.isError ? toAppError(give.error).message : undefined
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!words.isWhole(entered)) return document.getElementById('code')?.focus()
    give.mutate(entered, { onError: () => setValue('') })
    setTried(false)
  }
  const turn = () => {
    setWay(way === 'code' ? 'recovery' : 'code')
    setValue('')
    setTried(false)
    give.reset()
  }
  return (
    <DoorCard title={words.title}>
      <form noValidate onSubmit={handleSubmit}>
        <TextField key={way} id="code" label={words.label} hint={words.hint} value={value} error={error} onValue={setValue} {...words.input} />
        <button type="submit" className="btn btn-primary btn-block" disabled={give.isPending}>
          {give.isPending ? '正在验证…' : words.ok}
        </button>
      </form>
      <p>
        <button type="button" className="btn-plain" onClick={turn}>
          {words.other}
        </button>
      </p>
      <p className="muted">验证器和恢复码都没有了，请联系系统管理员重置二次验证。</p>
      <p>
        <button type="button" className="btn-plain" onClick={() => signOut.mutate()}>
          退出登录，换一个账号
        </button>
      </p>
    </DoorCard>
  )
}
