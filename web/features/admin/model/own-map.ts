import { z } from 'zod'
import { maxMapBytes } from '@contract/map-outline.ts'
import { field } from '@/shared/form/fields.ts'
import { effectiveShape } from './effective.ts'

const approvalNo = /^(GS|[一-龥]S)[一-龥]{0,2}[(（]\d{4}[)）]\d{1,6}号$/

export const ownMapFormSchema = z.object({
  region: field.as(z.number().optional(), { label: '地图所在区划', isOptional: true }),
  file: field.as(
    z
      .instanceof(File, { error: '请选择地图文件' })
      .refine((file) => file.size <= maxMapBytes, { error: `地图文件超过 ${maxMapBytes / 1_048_576} MB，请简化界线` }),
    { label: '地图文件' },
  ),
  producer: field.text('编制单位', { min: 4, max: 60 }),
  approval_no: field.text('审图号', { max: 30, pattern: approvalNo, message: '审图号形如“皖S（2024）12号”“GS（2024）0650号”' }),
  ...effectiveShape,
})

/** What upload-map answers. */
export const uploadedSchema = z.object({ path: z.string(), places: z.number(), missing: z.array(z.string()) })

const bodySchema = z.object({ is_shown: z.boolean().catch(false), producer: z.string().catch(''), approval_no: z.string().catch('') })

/** A version in one line. */
export function ownMapWords(place: string, body: unknown): string {
  const { is_shown: isShown, producer, approval_no: number } = bodySchema.parse(body)
  return isShown ? `${place}：审图号 ${number}，编制单位 ${producer}` : `${place}：改用示意图`
}

export const isShownIn = (body: unknown) => bodySchema.parse(body).is_shown

/** Some names, and how many there are besides. */
export const missingWords = (names: readonly string[]) =>
  names.length === 0 ? '' : `，没有${names.slice(0, 3).join('、')}${names.length > 3 ? `等 ${names.length} 个地区` : ''}的界线`
