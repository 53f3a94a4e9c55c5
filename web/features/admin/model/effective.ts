import { field } from '@/shared/form/fields.ts'

/** From when, and why: every new version is asked both. */
export const effectiveShape = {
  effective_from: field.day('生效日期'),
  reason: field.text('调整理由', { min: 2, max: 500 }),
}
