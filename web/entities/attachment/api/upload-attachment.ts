import { useMutation, useQueryClient } from '@tanstack/react-query'
import { invokeFunction } from '@/shared/supabase/invoke-function.ts'

export function useUploadAttachment(ownerKind: string, ownerId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (file: File) => {
      const body = new FormData()
      body.append('ownerKind', ownerKind)
      body.append('ownerId', ownerId)
      body.append('file', file)
      await invokeFunction('upload-attachment', body)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['attachment', ownerKind, ownerId] }),
  })
}
