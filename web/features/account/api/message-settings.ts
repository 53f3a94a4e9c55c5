import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { AppError } from '@/shared/errors/app-error.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { messageSettingsSchema } from '../model/message-settings.ts'

export const messageSettingsQuery = queryOptions({
  queryKey: ['account', 'message-settings'],
  queryFn: async ({ signal }) => {
    const [settings] = rowsOf(await supabase.rpc('my_message_settings').abortSignal(signal), messageSettingsSchema)
    if (!settings) throw new Error('my_message_settings answered nothing')
    return settings
  },
})

function useChange<Input>(change: (input: Input) => Promise<void>) {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: messageSettingsQuery.queryKey }),
  })
}

export const useAskPhone = () =>
  useChange(async (phone: string) => {
    const { error } = await supabase.rpc('ask_my_phone', { p_phone: phone })
    if (error) throw toAppError(error)
  })

export const useConfirmPhone = () =>
  useChange(async (code: string) => {
    const { data, error } = await supabase.rpc('confirm_my_phone', { p_code: code })
    if (error) throw toAppError(error)
    if (!data)
      throw new AppError({
        kind: 'invalid',
        messageKey: 'message.code_wrong',
        message: '验证码不正确或已失效，请核对短信；输错 5 次或超过 10 分钟的，请重新获取',
        field: 'code',
      })
  })

export const useDropPhone = () =>
  useChange(async () => {
    const { error } = await supabase.rpc('drop_my_phone')
    if (error) throw toAppError(error)
  })

export const useChooseMessages = () =>
  useChange(async (choices: string[]) => {
    const { error } = await supabase.rpc('choose_my_messages', { p_choices: choices })
    if (error) throw toAppError(error)
  })
