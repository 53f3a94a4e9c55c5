import { useMutation } from '@tanstack/react-query'
import { AppError } from '@/shared/errors/app-error.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'

/** The auth service asks for the old one; with the new one every other session of the account ends. */
export function useChangePassword() {
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ current, next }: { current: string; next: string }) => {
      const { error } = await supabase.auth.updateUser({ password: next, current_password: current })
      if (error?.code?.startsWith('current_password'))
        throw new AppError({ kind: 'invalid', messageKey: 'auth.current_password', message: '原密码不正确', field: 'current', cause: error })
      if (error?.code === 'over_request_rate_limit')
        throw new AppError({ kind: 'rate-limited', messageKey: 'auth.current_password', message: '尝试次数过多，请稍后再试。', cause: error })
      if (error) throw toAppError(error)
      const others = await supabase.auth.signOut({ scope: 'others' })
      if (others.error) throw toAppError(others.error)
    },
  })
}
