import { z } from 'zod'

export const attachmentSchema = z.object({
  id: z.uuid(),
  file_name: z.string(),
  mime: z.string(),
  bytes: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  storage_path: z.string(),
  created_at: z.string(),
})
export type Attachment = z.infer<typeof attachmentSchema>

export const isImage = ({ mime }: Pick<Attachment, 'mime'>) => mime.startsWith('image/')

export function formatBytes(bytes: number) {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
