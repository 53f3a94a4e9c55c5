import { useState, type FormEvent } from 'react'
import { Link, Navigate, useSearchParams } from 'react-router'
import { useJoin } from '@/entities/session/api/join.ts'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'
import { PublicProblem } from '@/shared/public-ui/public-async.tsx'
import { TextField } from '@/shared/public-ui/text-field.tsx'
import { useAuthStore } from '@/shared/supabase/auth-store.ts'
import { passwordHint, passwordProblem } from '../model/password-rule.ts'
import { accountPaths } from '../paths.ts'
import { DoorCard } from '../ui/door-card.tsx'

export default function JoinPage() {
  useDocumentTitle('开通账号')
  const [params] = useSearchParams()
  const auth = useAuthStore()
  const join = useJoin()
  const [form, setForm] = useState({ code: params.get('code') ?? '', email: params.get('email') ?? '', password: '', again: '' })
  const [isTried, setTried] = useState(false)
  if (auth.status === 'in') return <Navigate to="/work" replace />
  const weak = passwordProblem(form.password, form.email) ?? undefined
  const differs = form.password === form.again ? undefined : '两次输入的密码不一致'
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!weak && !differs) join.mutate({ code: form.code.trim().toUpperCase(), email: form.email.trim(), password: form.password })
  }
  const bind = (name: keyof typeof form) => ({
    id: `join-${name}`,
    value: form[name],
    onValue: (value: string) => setForm({ ...form, [name]: value }),
  })
  return (
    <DoorCard title="开通账号">
      <form noValidate onSubmit={handleSubmit}>
        <TextField {...bind('code')} label="邀请码" className="input-code" hint="由本单位管理员提供，一次有效" autoComplete="off" />
        <TextField {...bind('email')} label="邮箱" type="email" hint="须与邀请时登记的一致" autoComplete="username" />
        <TextField
          {...bind('password')}
          label="设置密码"
          type="password"
          hint={passwordHint}
          autoComplete="new-password"
          error={isTried ? weak : undefined}
        />
        <TextField {...bind('again')} label="再次输入密码" type="password" autoComplete="new-password" error={isTried ? differs : undefined} />
        {join.isError && <PublicProblem error={join.error} />}
        <button type="submit" className="btn btn-primary btn-block" disabled={join.isPending || form.code === '' || form.email === ''}>
          {join.isPending ? '正在开通…' : '开通并登录'}
        </button>
      </form>
      <p>
        已有账号？<Link to={accountPaths.signIn()}>直接登录</Link>
      </p>
    </DoorCard>
  )
}
