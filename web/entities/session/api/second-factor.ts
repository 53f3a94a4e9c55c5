import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { AppError } from '@/shared/errors/app-error.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'

const texts: Record<string, string> = {
  mfa_verification_failed: '动态码不正确或已使用过，请输入验证器上新的 6 位数字。',
  mfa_challenge_expired: '等待太久，请输入验证器上新的 6 位数字。',
  mfa_verification_rejected: '验证次数过多，请过一刻钟再试。',
  over_request_rate_limit: '验证次数过多，请稍后再试。',
  'officer.recovery_code_wrong': '恢复码不正确或已使用过，请核对后再试。',
  'quota.used_up': '尝试次数过多，请过一小时再试，或联系系统管理员重置。',
}

/** Under the one field that these forms have. */
const refused = (code: string, cause: unknown) =>
  new AppError({ kind: 'invalid', messageKey: `auth.${code}`, message: texts[code] ?? '', field: 'code', cause })

const problemOf = (error: { code?: string | undefined }) => (texts[error.code ?? ''] ? refused(error.code ?? '', error) : toAppError(error))

async function verify(factorId: string, code: string): Promise<void> {
  const { error } = await supabase.auth.mfa.challengeAndVerify({ factorId, code })
  if (error) throw problemOf(error)
}

/** Who is there and what they may do now are asked again. */
function useAskAgain() {
  const client = useQueryClient()
  return () => Promise.all([client.invalidateQueries({ queryKey: ['session'] }), client.invalidateQueries({ queryKey: ['security'] })])
}

/** After the password: the six digits of one's device. */
export function useGiveCode() {
  const onSuccess = useAskAgain()
  return useMutation({
    meta: { silent: true },
    mutationFn: async (code: string) => {
      const { data, error } = await supabase.auth.mfa.listFactors()
      if (error) throw toAppError(error)
      const factor = data.totp[0]
      if (factor) await verify(factor.id, code)
    },
    onSuccess,
  })
}

/** In place of the device, once for each code; the lost device counts no more. */
export function useGiveRecoveryCode() {
  const onSuccess = useAskAgain()
  return useMutation({
    meta: { silent: true },
    mutationFn: async (code: string) => {
      const { data, error } = await supabase.rpc('use_recovery_code', { p_code: code })
      if (error) throw toAppError(error)
      if (data) throw refused(data, null)
    },
    onSuccess,
  })
}

export interface Enrolment {
  factorId: string
  /** For who types it in. */
  secret: string
  /** For the camera: otpauth://… */
  uri: string
}

/** A secret for a new device; it counts only after `useConfirmEnrolment`. */
export function useEnrol(issuer: string) {
  return useMutation({
    meta: { silent: true },
    mutationFn: async (): Promise<Enrolment> => {
      const known = await supabase.auth.mfa.listFactors()
      if (known.error) throw toAppError(known.error)
      for (const { id, status } of known.data.all) if (status === 'unverified') await supabase.auth.mfa.unenroll({ factorId: id })
      const { data, error } = await supabase.auth.mfa.enroll({ factorType: 'totp', friendlyName: '动态码验证器', issuer })
      if (error) throw toAppError(error)
      return { factorId: data.id, secret: data.totp.secret, uri: data.totp.uri }
    },
  })
}

async function newCodes(): Promise<string[]> {
  const { data, error } = await supabase.rpc('new_recovery_codes')
  if (error) throw toAppError(error)
  return z.array(z.string()).parse(data)
}

/** Sets the device up and answers with the recovery codes, which are shown once. */
export function useConfirmEnrolment() {
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ factorId, code }: { factorId: string; code: string }) => {
      await verify(factorId, code)
      return newCodes()
    },
  })
}

export function useNewRecoveryCodes() {
  const client = useQueryClient()
  return useMutation({ mutationFn: newCodes, onSuccess: () => client.invalidateQueries({ queryKey: ['security'] }) })
}

/** Asks for a code of the device that goes: a desk left open must not be enough. */
export function useDropSecondFactor() {
  const onSuccess = useAskAgain()
  return useMutation({
    meta: { silent: true },
    mutationFn: async (code: string) => {
      const { data, error } = await supabase.auth.mfa.listFactors()
      if (error) throw toAppError(error)
      for (const { id } of data.totp) {
        await verify(id, code)
        const gone = await supabase.auth.mfa.unenroll({ factorId: id })
        if (gone.error) throw toAppError(gone.error)
      }
    },
    onSuccess,
  })
}

/** For who has seen the codes: only then does the page go on. */
export const useSecondFactorDone = useAskAgain

const securitySchema = z.object({ second_factor_since: z.string().nullable(), recovery_codes_left: z.number() })

export const securityQuery = queryOptions({
  queryKey: ['security', 'factor'],
  queryFn: async ({ signal }) => {
    const [row] = rowsOf(await supabase.rpc('my_security').abortSignal(signal), securitySchema)
    return row ?? { second_factor_since: null, recovery_codes_left: 0 }
  },
})
