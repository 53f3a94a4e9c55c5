import { queryOptions, useMutation } from '@tanstack/react-query'
import { invokeFunction } from '@/shared/supabase/invoke-function.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { uploadedSchema } from '../model/own-map.ts'
import { versionSchema } from '../model/version.ts'
import { adminKeys } from './keys.ts'
import { versionColumns } from './versions.ts'

/** Every version of every map of the site, the newest first. */
export const ownMapsQuery = queryOptions({
  queryKey: adminKeys.versions('map', 'all'),
  queryFn: async ({ signal }) =>
    rowsOf(
      await supabase.from('definitions').select(versionColumns).eq('kind', 'map').order('published_at', { ascending: false }).abortSignal(signal),
      versionSchema,
    ),
})

/** Checked and stored; nobody sees it before it is published. */
export const useUploadMap = () =>
  useMutation({
    meta: { silent: true },
    mutationFn: async ({ region, file }: { region: number; file: File }) => {
      const form = new FormData()
      form.set('region', String(region))
      form.set('file', file)
      return uploadedSchema.parse(await invokeFunction('upload-map', form))
    },
  })
