import { useMutation } from '@tanstack/react-query'
import { AppError } from '@/shared/errors/app-error.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { lastActivity } from '@/shared/hooks/last-activity.ts'
import { supabase } from '@/shared/supabase/client.ts'

/** The auth service says the same for an unknown address and a wrong password; so do we. */
const texts: Record<string, string> = {
  invalid_credentials: '邮箱或密码不正确。连续输错多次将暂时锁定。',
  over_request_rate_limit: '尝试次数过多，请稍后再试。',
  user_banned: '账号已停用，请联系本单位管理员。',
}

export function useSignIn() {
  return useMutation({
    meta: { silent: true },
    mutationFn: async (credentials: { email: string; password: string }) => {
      const { error } = await supabase.auth.signInWithPassword(credentials)
      if (!error) return lastActivity.touch()
      const byStatus: Record<number, string | undefined> = { 400: texts.invalid_credentials, 429: texts.over_request_rate_limit }
      const fallback = byStatus[error.status ?? 0]
      const message = texts[error.code ?? ''] ?? fallback
      throw message ? new AppError({ kind: 'invalid', messageKey: `auth.${error.code}`, message, cause: error }) : toAppError(error)
    },
  })
}
