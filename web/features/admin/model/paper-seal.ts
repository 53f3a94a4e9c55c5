import { z } from 'zod'
import { maxSealBytes, sealPixels } from '@contract/paper-seal.ts'
import { field } from '@/shared/form/fields.ts'
import { effectiveShape } from './effective.ts'
import { standingOf, type Version } from './version.ts'

export const paperSealFormSchema = z.object({
  org: field.as(z.string({ error: '请选择使用这枚印章的单位' }).min(1, '请选择使用这枚印章的单位'), { label: '印章所属单位' }),
  file: field.as(
    z
      .instanceof(File, { error: '请选择印章图样' })
      .refine((file) => file.size <= maxSealBytes, { error: `印章图样超过 ${maxSealBytes / 1024} KB，请缩小后上传` }),
    { label: '印章图样' },
  ),
  ...effectiveShape,
})

export const sealHint = `背景透明的 PNG，正方形，边长 ${sealPixels.min} 至 ${sealPixels.max} 像素，不超过 ${maxSealBytes / 1024} KB`

/** What upload-paper-seal answers. */
export const uploadedSealSchema = z.object({ path: z.string() })

const bodySchema = z.object({ is_used: z.boolean().catch(false), path: z.string().catch('') })

/** Where the picture of a version lies; empty when papers show none. */
export function sealPath(body: unknown): string {
  const { is_used: isUsed, path } = bodySchema.parse(body)
  return isUsed ? path : ''
}

/** A version in one line. */
export const paperSealWords = (org: string, body: unknown) => `${org}：${sealPath(body) ? '文书显示印章图样' : '文书不显示印章图样'}`

/** Those that papers of today show. */
export const sealsOn = (all: readonly Version[], today: string) =>
  all.filter((version) => standingOf(version, today) === 'current' && sealPath(version.body) !== '')
