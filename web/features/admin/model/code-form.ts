import { z } from 'zod'
import { field } from '@/shared/form/fields.ts'
import type { CodeEntry } from './code-entry.ts'
import { effectiveShape } from './effective.ts'

export type CodeDialogKind = 'add' | 'change' | 'end' | 'restore'

const code = field.text('编码', { max: 40, pattern: /^[a-z0-9_.]+$/, message: '编码只能用小写字母、数字、下划线和点，最长 40 位' })
const namedShape = { label: field.text('名称', { max: 60 }), sort: field.integer('顺序', { min: 0, max: 9999 }) }

/** Ending and restoring ask neither for a name nor for a place. */
export const codeFormSchemas = {
  add: z.object({ code, ...namedShape, ...effectiveShape }),
  change: z.object({ ...namedShape, ...effectiveShape }),
  end: z.object(effectiveShape),
  restore: z.object(effectiveShape),
} as const

export type CodeForm = z.infer<typeof codeFormSchemas.end> & Partial<z.infer<typeof codeFormSchemas.add>>

/** What is not asked goes on as it was. */
export const toCodeBody = (kind: CodeDialogKind, { label, sort }: Pick<CodeForm, 'label' | 'sort'>, entry: CodeEntry | undefined) => ({
  label: label ?? entry?.body.label ?? '',
  sort: sort ?? entry?.body.sort ?? 0,
  is_active: kind !== 'end',
})
