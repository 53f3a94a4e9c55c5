import { useState, type FormEvent } from 'react'
import { Link, Navigate, useLocation } from 'react-router'
import { useSignIn } from '@/entities/session/api/sign-in.ts'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'
import { PublicProblem } from '@/shared/public-ui/public-async.tsx'
import { TextField } from '@/shared/public-ui/text-field.tsx'
import { useAuthStore } from '@/shared/supabase/auth-store.ts'
import { accountPaths } from '../paths.ts'
import { leaveText } from '../model/leave-text.ts'
import { targetOf } from '../model/target-of.ts'
import { DoorCard } from '../ui/door-card.tsx'

export default function SignInPage() {
  useDocumentTitle('工作人员登录')
  const location = useLocation()
  const auth = useAuthStore()
  const signIn = useSignIn()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  if (auth.status === 'in') return <Navigate to={targetOf(location.state)} replace />
  const why = leaveText(location.state)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (email.trim() === '') return document.getElementById('email')?.focus()
    if (password === '') return document.getElementById('password')?.focus()
    signIn.mutate({ email: email.trim(), password })
  }
  return (
    <DoorCard title="工作人员登录">
      {why && (
        <p role="status" className="door-why">
          {why}
        </p>
      )}
      <form noValidate onSubmit={handleSubmit}>
        <TextField
          id="email"
          label="邮箱"
          type="email"
          autoComplete="username"
          value={email}
          error={isTried && email.trim() === '' ? '请填写邮箱' : undefined}
          onValue={setEmail}
        />
        <TextField
          id="password"
          label="密码"
          type="password"
          autoComplete="current-password"
          value={password}
          error={isTried && password === '' ? '请填写密码' : undefined}
          onValue={setPassword}
        />
        {signIn.isError && <PublicProblem error={signIn.error} />}
        <button type="submit" className="btn btn-primary btn-block" disabled={signIn.isPending}>
          {signIn.isPending ? '正在登录…' : '登录'}
        </button>
      </form>
      <p>
        收到邀请码？<Link to={accountPaths.join()}>开通账号</Link>
      </p>
      <p className="muted">忘记密码或账号停用，请联系本单位或本级平台的安全管理员。</p>
    </DoorCard>
  )
}
