import { queryOptions, useMutation } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { invokeFunction } from '@/shared/supabase/invoke-function.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { uploadedSealSchema } from '../model/paper-seal.ts'
import { versionSchema } from '../model/version.ts'
import { adminKeys } from './keys.ts'
import { versionColumns } from './versions.ts'

/** Every version of every body's seal, the newest first. */
export const paperSealsQuery = queryOptions({
  queryKey: adminKeys.versions('paper_seal', 'all'),
  queryFn: async ({ signal }) =>
    rowsOf(
      await supabase
        .from('definitions')
        .select(versionColumns)
        .eq('kind', 'paper_seal')
        .order('published_at', { ascending: false })
        .abortSignal(signal),
      versionSchema,
    ),
})

/** By its digest, so it never changes. */
export const sealPictureQuery = (path: string) =>
  queryOptions({
    queryKey: adminKeys.sealPicture(path),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: path !== '',
    queryFn: async () => {
      const { data, error } = await supabase.storage.from('paper-seals').download(path)
      if (error) throw toAppError(error)
      return data
    },
  })

/** Checked, written anew and stored; no paper shows it before it is published. */
export const useUploadSeal = () =>
  useMutation({
    meta: { silent: true },
    mutationFn: async ({ org, file }: { org: string; file: File }) => {
      const form = new FormData()
      form.set('org', org)
      form.set('file', file)
      return uploadedSealSchema.parse(await invokeFunction('upload-paper-seal', form))
    },
  })
