import { z } from 'zod'
import { field } from '@/shared/form/fields.ts'
import type { LawRow } from './law.ts'

const optionalDay = (label: string) => field.as(z.string().optional(), { label, isOptional: true })
const reason = field.text('登记理由', { min: 2, max: 500, message: '请写明公布或废止它的文件名称、文号，2 至 500 个字' })
const named = {
  title: field.text('名称', { min: 2, max: 100 }),
  doc_no: field.optionalText('文号', { max: 60 }),
  kind: field.choice('效力级别'),
  issuer: field.optionalText('制定机关', { max: 60 }),
  in_force_on: optionalDay('施行日期'),
}

export const addLawSchema = z.object({
  code: field.text('编码', {
    max: 60,
    pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/,
    message: '编码只能用小写字母、数字和连字符，例如 food-safety-law，最长 60 位',
  }),
  ...named,
  reason,
})
export const amendLawSchema = z.object({ ...named, reason })
export const endLawSchema = z.object({
  repealed_on: field.day('废止日期'),
  successor_code: field.as(z.string().optional(), { label: '替代它的法律法规', isOptional: true }),
  reason,
})
export type AddLawForm = z.infer<typeof addLawSchema>
export type AmendLawForm = z.infer<typeof amendLawSchema>
export type EndLawForm = z.infer<typeof endLawSchema>

type LawWords = Pick<AmendLawForm, 'title' | 'doc_no' | 'kind' | 'issuer' | 'in_force_on'>

/** The body of the version; of what was there before, the end stays. */
export const toLawBody = (form: LawWords, before?: Pick<LawRow, 'repealed_on' | 'successor_code'>) => ({
  title: form.title,
  doc_no: form.doc_no,
  kind: form.kind,
  issuer: form.issuer,
  in_force_on: form.in_force_on ?? null,
  repealed_on: before?.repealed_on ?? null,
  successor_code: before?.successor_code ?? null,
})

export const toEndedBody = (law: LawRow, { repealed_on, successor_code }: Pick<EndLawForm, 'repealed_on' | 'successor_code'>) => ({
  ...toLawBody({ ...law, in_force_on: law.in_force_on ?? undefined }),
  repealed_on,
  successor_code: successor_code ?? null,
})

/** What the database calls a field, the form may call otherwise. */
export const lawFieldOf = (name: string) => (name === 'key' ? 'code' : name)
