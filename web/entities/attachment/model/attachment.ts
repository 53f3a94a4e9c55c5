import { z } from 'zod'

export const attachmentSchema = z.object({
  id: z.uuid(),
  file_name: z.string(),
  mime: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  storage_path: z.string(),
  created_at: z.string(),
  /** An officer's id, or the system for what the public sent. */
  created_by: z.string().nullable(),
})
export type StoredFile = z.infer<typeof attachmentSchema>
export type Attachment = StoredFile & { by: string }

export const isImage = ({ mime }: Pick<Attachment, 'mime'>) => mime.startsWith('image/')

const kinds: Record<string, string> = { 'image/jpeg': 'JPG 图片', 'image/png': 'PNG 图片', 'image/webp': 'WebP 图片', 'application/pdf': 'PDF 文件' }
export const kindOf = ({ mime }: Pick<Attachment, 'mime'>) => kinds[mime] ?? '文件'

const officerId = /^[0-9a-f]{8}-/

export const uploadersOf = (files: readonly StoredFile[]): string[] => [
  ...new Set(files.flatMap(({ created_by: by }) => (by && officerId.test(by) ? [by] : []))),
]

/** Whose name the viewer may not read is an officer still. */
export const uploaderName = ({ created_by: by }: StoredFile, names: Readonly<Record<string, string>>) =>
  by && officerId.test(by) ? (names[by] ?? '工作人员') : '公众提交'

export function formatBytes(bytes: number) {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
