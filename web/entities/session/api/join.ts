import { useMutation } from '@tanstack/react-query'
import { AppError } from '@/shared/errors/app-error.ts'
import { lastActivity } from '@/shared/hooks/last-activity.ts'
import { supabase } from '@/shared/supabase/client.ts'

interface Joining {
  email: string
  password: string
  code: string
}

export function useJoin() {
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ email, password, code }: Joining) => {
      const { data, error } = await supabase.auth.signUp({ email, password, options: { data: { invitation_code: code } } })
      if (error) {
        const isKnown = error.code === 'user_already_exists' || /already/i.test(error.message)
        const message = isKnown
          ? '该邮箱已有账号，请直接登录。'
          : error.code === 'weak_password'
            ? '密码强度不够，请按要求设置。'
            : '邀请码无效、已使用或已过期，或邮箱与邀请时登记的不一致。请向本单位管理员核实。'
        throw new AppError({ kind: 'invalid', messageKey: `auth.${error.code ?? 'join'}`, message, cause: error })
      }
      lastActivity.touch()
      if (!data.session) await supabase.auth.signInWithPassword({ email, password })
    },
  })
}
