import { z } from 'zod'

/** What a form shows of a field; it stands with the check, so that no limit is written twice. */
export interface FieldMeta {
  label: string
  isOptional?: boolean
  min?: number
  max?: number
}

const metas = new WeakMap<object, FieldMeta>()

function named<Schema extends z.ZodType>(schema: Schema, meta: FieldMeta): Schema {
  metas.set(schema, meta)
  return schema
}

/** Of a schema that was made here; others have only what the form itself says of them. */
export const metaOf = (schema: unknown): FieldMeta => (typeof schema === 'object' && schema !== null && metas.get(schema)) || { label: '' }

interface TextLimits {
  min?: number
  max: number
  pattern?: RegExp
  /** What to do, where the limits alone do not say it. */
  message?: string
}

const isEmptyOr = (value: string, pattern: RegExp | undefined) => value === '' || !pattern || pattern.test(value)

/** The fields of the work site's forms: each says by its own name what is missing and what would do. */
export const field = {
  text: (label: string, { min = 1, max, pattern, message }: TextLimits) => {
    const error = message ?? (min > 1 ? `请填写${label}，${min} 至 ${max} 个字` : `请填写${label}`)
    return named(
      z
        .string({ error })
        .trim()
        .min(min, error)
        .max(max, `${label}最多 ${max} 个字，请删减`)
        .refine((value) => isEmptyOr(value, pattern), { error }),
      { label, max },
    )
  },
  /** May stay empty; an empty text then. */
  optionalText: (label: string, { max, pattern, message }: TextLimits) =>
    named(
      z
        .string()
        .nullish()
        .transform((value) => (value ?? '').trim())
        .pipe(
          z
            .string()
            .max(max, `${label}最多 ${max} 个字，请删减`)
            .refine((value) => isEmptyOr(value, pattern), { error: message ?? `请检查${label}` }),
        ),
      { label, max, isOptional: true },
    ),
  integer: (label: string, { min, max }: { min: number; max: number }) => {
    const error = `${label}：请填写 ${min} 至 ${max} 的整数`
    return named(z.int({ error }).min(min, error).max(max, error), { label, min, max })
  },
  choice: (label: string) => named(z.string({ error: `请选择${label}` }).min(1, `请选择${label}`), { label }),
  choices: (label: string) => named(z.array(z.string(), { error: `请选择${label}` }).min(1, `请至少选择一项${label}`), { label }),
  day: (label: string) => named(z.string({ error: `请选择${label}` }).regex(/^\d{4}-\d{2}-\d{2}$/, `请选择${label}`), { label }),
  email: (label: string, max: number) =>
    named(
      z
        .string({ error: `请填写${label}` })
        .trim()
        .max(max)
        .pipe(z.email(`请填写正确的${label}，形如 name@example.gov.cn`)),
      { label, max },
    ),
  flag: (label: string) => named(z.boolean().default(false), { label, isOptional: true }),
  /** Checked elsewhere, or by nothing but being there. */
  as: named,
}

/** The first thing that is wrong with each field, in the order of the schema. */
export function problemsOf(schema: z.ZodObject, values: unknown): { name: string; message: string }[] {
  const parsed = schema.safeParse(values)
  if (parsed.success) return []
  const first = new Map<string, string>()
  for (const { path, message } of parsed.error.issues) {
    const name = String(path[0] ?? '')
    if (!first.has(name)) first.set(name, message)
  }
  const order = Object.keys(schema.shape)
  return [...first].map(([name, message]) => ({ name, message })).sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
}
