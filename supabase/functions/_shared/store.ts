/** From an uploaded file to an attachment row and its object: checked, stripped, named by its digest. */
import { maxPhotoBytes, maxPhotos } from './contract/filing-limits.ts'
import { fromDatabase, FunctionError } from './errors.ts'
import { cleanFile, type CleanFile } from './image.ts'
import type { Client } from './serve.ts'

export interface CheckedFile extends CleanFile {
  name: string
  sha256: string
}

export interface FileLimits {
  count: number
  bytes: number
  allowPdf: boolean
  /** Names the files anew: a citizen's own file name may say who they are. */
  rename?: (index: number) => string
}

export const citizenPhotos: FileLimits = { count: maxPhotos, bytes: maxPhotoBytes, allowPdf: false, rename: (index) => `照片${index + 1}` }

/** Reads and checks files before anything is written, so that a refused photo leaves no half-filed case. */
export async function checkFiles(files: File[], limits: FileLimits): Promise<CheckedFile[]> {
  if (files.length > limits.count)
    throw new FunctionError(422, 'attachment.too_many', `照片最多 ${limits.count} 张，请删除多余的照片`, { field: 'photos' })
  const checked: CheckedFile[] = []
  for (const [index, file] of files.entries()) {
    if (file.size > limits.bytes)
      throw new FunctionError(413, 'attachment.too_large', `“${file.name}”超过 ${Math.floor(limits.bytes / 1048576)} MB，请压缩后上传`, {
        field: 'photos',
      })
    const clean = cleanFile(new Uint8Array(await file.arrayBuffer()), limits.allowPdf)
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', clean.bytes))
    checked.push({
      ...clean,
      name: limits.rename?.(index) ?? (file.name.slice(0, 200) || 'file'),
      sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    })
  }
  return checked
}

/** Stores each file once: repeating it after a lost answer changes nothing. */
export async function storeFiles(service: Client, ownerKind: string, ownerId: string, files: CheckedFile[], officerId?: string) {
  const stored = []
  for (const file of files) {
    const { data, error } = await service
      .rpc('add_attachment', {
        p_owner_kind: ownerKind,
        p_owner_id: ownerId,
        p_file_name: file.name,
        p_mime: file.mime,
        p_bytes: file.bytes.length,
        p_sha256: file.sha256,
        p_width: file.width as number,
        p_height: file.height as number,
        ...(officerId ? { p_actor: officerId } : {}),
      })
      .single()
    if (error) throw fromDatabase(error)
    const upload = await service.storage
      .from('attachments')
      .upload(data.storage_path, new Blob([file.bytes], { type: file.mime }), { contentType: file.mime, upsert: true })
    if (upload.error) throw new FunctionError(503, 'attachment.not_stored', '照片没有保存成功，请稍后重试；您填写的内容仍然保留', { field: 'photos' })
    stored.push(data)
  }
  return stored
}
