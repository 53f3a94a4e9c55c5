import { useMutation } from '@tanstack/react-query'
import { AppError } from '@/shared/errors/app-error.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { provePassword } from '@/shared/supabase/prove-password.ts'

/** Proves the old password, sets the new one, and ends every other session of the account. */
export function useChangePassword() {
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ current, next }: { current: string; next: string }) => {
      const { data, error } = await supabase.auth.getUser()
      if (error || !data.user.email) throw toAppError(error ?? new Error('no user'))
      const problem = await provePassword(data.user.email, current)
      if (problem?.status === 400)
        throw new AppError({ kind: 'invalid', messageKey: 'auth.current_password', message: '原密码不正确', field: 'current', cause: problem })
      if (problem) throw toAppError(problem)
      const update = await supabase.auth.updateUser({ password: next })
      if (update.error) throw toAppError(update.error)
      const others = await supabase.auth.signOut({ scope: 'others' })
      if (others.error) throw toAppError(others.error)
    },
  })
}
