/** Reading request bodies: JSON and forms become typed values, or an error that names the field. */
import { z } from 'zod'
import { FunctionError } from './errors.ts'

// Whatever a schema does not word itself is said in Chinese too.
z.config(z.locales.zhCN())

/** Control characters but tab and line ends, and format characters: as private.visible_text does. Half a character is none. */
const INVISIBLE = /[^\P{Cc}\t\n\r]|\p{Cf}|\p{Cs}/gu

const MAX_DEPTH = 50

/** Without what nobody sees, in every text however deep. */
export function visible(value: unknown, depth = 0): unknown {
  // What is nested without end fills the stack; no form of ours has more than a few levels.
  if (depth > MAX_DEPTH) throw new FunctionError(400, 'form.unreadable', '请求内容嵌套过深')
  if (typeof value === 'string') return value.replace(INVISIBLE, '')
  if (Array.isArray(value)) return value.map((one) => visible(one, depth + 1))
  if (typeof value !== 'object' || value === null || value instanceof Blob) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, visible(one, depth + 1)]))
}

export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(visible(value))
  if (result.success) return result.data
  const issues = result.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }))
  throw new FunctionError(422, 'form.invalid', issues[0]?.message ?? '填写的内容不符合要求', { field: issues[0]?.field ?? '', issues })
}

export async function readJson<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  let value: unknown
  try {
    value = await request.json()
  } catch {
    throw new FunctionError(400, 'form.unreadable', '请求内容不是有效的 JSON')
  }
  return parse(schema, value)
}

export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw new FunctionError(400, 'form.unreadable', '请求内容不完整，请重新提交')
  }
}

export function formJson<T>(form: FormData, name: string, schema: z.ZodType<T>): T {
  const text = form.get(name)
  if (typeof text !== 'string') throw new FunctionError(400, 'form.unreadable', `缺少表单内容（${name}）`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new FunctionError(400, 'form.unreadable', '表单内容不是有效的 JSON')
  }
  return parse(schema, value)
}

/** An input that nobody chose a file for is sent as one without name and content. */
export function formFiles(form: FormData, name: string): File[] {
  return form.getAll(name).filter((part): part is File => part instanceof File && (part.size > 0 || part.name !== ''))
}
