/** From an uploaded file to an attachment row and its object: checked, stripped, named by its digest. */
import { atOnce } from './at-once.ts'
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
    if (file.size === 0) throw new FunctionError(422, 'attachment.empty', `“${file.name}”是空文件，请重新选择`, { field: 'photos' })
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

/** As the database registers them. */
export const filesOf = (files: CheckedFile[]) =>
  files.map(({ name, mime, bytes, sha256, width, height }) => ({ name, mime, bytes: bytes.length, sha256, width, height }))

/** Puts the bytes where their rows say; repeating it after a lost answer changes nothing. */
export async function putBytes(service: Client, places: readonly { path: string; file: CheckedFile }[]): Promise<void> {
  await atOnce(3, places, async ({ path, file }) => {
    const { error } = await service.storage
      .from('attachments')
      .upload(path, new Blob([file.bytes], { type: file.mime }), { contentType: file.mime, upsert: true })
    if (error) throw new FunctionError(503, 'attachment.not_stored', '照片没有保存成功，请稍后重试；您填写的内容仍然保留', { field: 'photos' })
  })
}

/** Stores each file once: repeating it after a lost answer changes nothing. */
export async function storeFiles(service: Client, ownerKind: string, ownerId: string, files: CheckedFile[], officerId?: string) {
  if (files.length === 0) return []
  const { data, error } = await service.rpc('add_attachments', {
    p_owner_kind: ownerKind,
    p_owner_ids: [ownerId],
    p_files: filesOf(files),
    ...(officerId ? { p_actor: officerId } : {}),
  })
  if (error) throw fromDatabase(error)
  await putBytes(
    service,
    data.flatMap((row) =>
      files
        .filter((file) => file.sha256 === row.sha256)
        .slice(0, 1)
        .map((file) => ({ path: row.storage_path, file })),
    ),
  )
  return data
}
