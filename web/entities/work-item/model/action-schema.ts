import { z } from 'zod'
import { todayInShanghai } from '@/shared/format/date.ts'
import { field } from '@/shared/form/fields.ts'
import type { RequiredField, WorkAction } from './work-action.ts'

/** Longest text of one line, and of a paragraph for which the move sets no limit of its own. */
const lineMax = 200
const areaMax = 2000

const optional = (schema: z.ZodType, label: string, max?: number) =>
  field.as(schema.nullish(), { label, isOptional: true, ...(max === undefined ? {} : { max }) })

function checkOf({ type, label, required, code_set: codeSet, min, max, not_past: isNotPast }: RequiredField): z.ZodType {
  const either = (schema: z.ZodType) => (required ? schema : optional(schema, label))
  if (codeSet) return either(field.choice(label))
  switch (type) {
    case 'text':
    case 'textarea': {
      const limit = type === 'text' ? Math.min(max ?? lineMax, lineMax) : (max ?? areaMax)
      return required ? field.text(label, { max: limit }) : field.optionalText(label, { max: limit })
    }
    case 'date': {
      const day = field.day(label)
      const checked = isNotPast ? day.refine((value) => value >= todayInShanghai(), { error: `${label}不能早于今天` }) : day
      return required ? field.as(checked, { label }) : optional(checked, label)
    }
    case 'number': {
      const range = min !== null && min !== undefined && max !== null && max !== undefined ? `，${min} 至 ${max}` : ''
      const error = `请填写${label}${range}`
      const number = z
        .number({ error })
        .min(min ?? Number.NEGATIVE_INFINITY, error)
        .max(max ?? Number.POSITIVE_INFINITY, error)
      const meta = { label, ...(typeof min === 'number' ? { min } : {}), ...(typeof max === 'number' ? { max } : {}) }
      return required ? field.as(number, meta) : field.as(number.nullish(), { ...meta, isOptional: true })
    }
    case 'boolean':
      return field.flag(label)
    case 'region':
      return either(field.as(z.number({ error: `请选择${label}` }), { label }))
    case 'orgs':
    case 'files':
      return required ? field.choices(label) : optional(z.array(z.string()), label)
    case 'rows':
      return either(field.as(z.unknown(), { label }))
    default:
      return either(field.choice(label))
  }
}

/** What the database will check, said before it is asked; a module's own form checks itself. */
export const actionSchema = ({ requires, form }: Pick<WorkAction, 'requires' | 'form'>): z.ZodObject =>
  form ? z.looseObject({}) : z.object(Object.fromEntries(requires.map((one) => [one.field, checkOf(one)])))

/** Kept under one name for the item and the move. */
export const actionDraft = (itemId: string, action: string) => `${itemId}:${action}`
